import { describe, expect, it } from 'vitest'
import { PICTURE_KINDS } from '#charts/picture-kinds.ts'
import { fixtures } from '#mocks/fixtures/fixtures.ts'
import { hidden } from '#mocks/fixtures/hidden.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { writeElement } from '#server/render/element.ts'
import { withFonts } from '#server/render/embedded-fonts.ts'
import { fontsFor, rasterOf } from '#server/render/png.ts'
import { THEME_IDS } from '#tokens/themes.ts'
import { boxesOf, draw, faces, panelsOf, sizeOf } from './panels.ts'
import { outside, overlaps, withoutInk } from '#tests/support/picture-texts.ts'

const WIDTHS = [360, 800, 4096] as const
const snapshot = normal()
const panels = panelsOf(snapshot)
const cases = panels.map((one, index) => ({ name: `${one.scene} ${one.panel.id} (${one.panel.kind})`, one, index }))

it('has a picture for every kind of panel in the pack', () => {
  expect([...new Set(panels.map(({ panel }) => panel.kind))].filter((kind) => !PICTURE_KINDS.has(kind))).toEqual([])
})

/** Each panel in every width, and each width in every theme; the themes take turns. */
const themeFor = (index: number, step: number) => THEME_IDS[(index + step) % THEME_IDS.length] ?? 'paper'

describe.each(cases)('$name', ({ one, index }) => {
  it('is drawn in every theme and width, its texts apart and within it', () => {
    const wrong = WIDTHS.flatMap((width) =>
      THEME_IDS.flatMap((theme) => {
        const picture = draw(snapshot, one, { width, theme, format: 'png' })
        const [boxes, size] = [boxesOf(picture), sizeOf(picture)]
        expect(boxes.length).toBeGreaterThan(3)
        return [...overlaps(boxes), ...outside(boxes, size.width, size.height)].map((words) => `${width} ${theme}: ${words}`)
      })
    )
    expect(wrong).toEqual([])
  })

  it('is whole as SVG, with its letters in it', async () => {
    const picture = draw(snapshot, one, { width: 800, theme: themeFor(index, 0), format: 'svg' })
    const text = writeElement(await withFonts(picture))
    expect(text).toMatch(/^<svg xmlns[^>]* role="img"[^>]*><style>@font-face.*<title id="[^"]+">[^<]+<\/title><desc id="[^"]+">[^<]+<\/desc>/s)
    const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const referred = [...text.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id)
    expect(referred.filter((id) => !ids.includes(id))).toEqual([])
    expect(text.replace(/base64,[^)]*/g, '')).not.toMatch(/NaN|undefined|Infinity|url\(none/)
  })

  it('shows ink for every text in pixels', () => {
    const width = WIDTHS[index % WIDTHS.length] ?? 800
    const picture = draw(snapshot, one, { width, theme: themeFor(index, 1), format: 'png' })
    const [drawn, bare] = [rasterOf(picture, fontsFor(picture, faces)), rasterOf(picture, [])]
    const [boxes, size] = [boxesOf(picture), sizeOf(picture)]
    expect([drawn.width, drawn.height]).toEqual([width, Math.round((size.height * width) / size.width)])
    expect(withoutInk(boxes, drawn, bare, width / size.width)).toEqual([])
    // Canary: drawn without fonts there is none.
    expect(withoutInk(boxes, bare, bare, width / size.width)).toHaveLength(boxes.length)
  })
})

describe.each(Object.keys(fixtures))('with the data of %s', (name) => {
  it('every panel is drawn, its texts within the picture', () => {
    const other = fixtures[name]?.() ?? snapshot
    const wrong = panelsOf(other).flatMap((one) => {
      const picture = draw(other, one, { width: 800, theme: 'paper', format: 'png' })
      const size = sizeOf(picture)
      return outside(boxesOf(picture), size.width, size.height).map((words) => `${one.scene} ${one.panel.id}: ${words}`)
    })
    expect(wrong).toEqual([])
  })
})

describe('while ranks are hidden', () => {
  it('says each area against itself', () => {
    const other = hidden()
    const own = panelsOf(other).find(({ panel }) => panel.kind === 'own-history')
    expect(own).toBeDefined()
    if (own !== undefined)
      expect(
        boxesOf(draw(other, own, { width: 800, theme: 'paper', format: 'png' }))
          .map(({ text }) => text)
          .join('')
      ).toContain('较上月')
  })
})

describe('what finds texts on each other and outside', () => {
  const box = { text: '甲', of: 1, x: 10, y: 10, width: 20, height: 10 }

  it('does so', () => {
    expect(overlaps([box, { ...box, text: '乙', of: 2, x: 25 }])).toEqual(['甲 × 乙'])
    expect(overlaps([box, { ...box, of: 2, x: 40 }])).toEqual([])
    expect(outside([{ ...box, x: -4 }, { ...box, y: 95 }, box], 100, 100)).toEqual(['甲', '甲'])
  })
})
