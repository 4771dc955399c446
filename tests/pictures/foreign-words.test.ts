import { describe, expect, it } from 'vitest'
import type { Snapshot } from '#contract/snapshot.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { writeElement } from '#server/render/element.ts'
import { withFonts } from '#server/render/embedded-fonts.ts'
import { fontsFor, rasterOf } from '#server/render/png.ts'
import { boxesOf, draw, faces, panelsOf, sizeOf } from './panels.ts'
import { withoutInk } from '#tests/support/picture-texts.ts'

const EVIL = `</text><script>alert(1)</script>]]>"'&`

/** The pack with one panel's title, a region's name and the pack's own name changed. */
function withWords(words: string): Snapshot {
  const snapshot = normal()
  const { document } = snapshot
  const scenes = document.scenes.map((scene) => ({
    ...scene,
    panels: scene.panels.map((panel) => ({ ...panel, title: words, caption: undefined, subtitle: words }))
  }))
  const regions = document.regions.map((region) => (region.code === '330802' ? { ...region, name: words } : region))
  return { ...snapshot, document: { ...document, scenes, regions, info: { ...document.info, title: words } } }
}

const barsIn = (snapshot: Snapshot) => {
  const found = panelsOf(snapshot).find(({ scene, panel }) => scene === 'huigui' && panel.id === 'counties')
  if (found === undefined) throw new Error('the test has no panel')
  return found
}

describe('words of a pack', () => {
  it('stay words, whatever they are', async () => {
    const snapshot = withWords(EVIL)
    const text = writeElement(await withFonts(draw(snapshot, barsIn(snapshot), { width: 800, theme: 'paper', format: 'svg' })))
    expect(text).not.toMatch(/<script|]]>/)
    expect(text).toContain('&lt;script&gt;')
    // What opens is closed again, and nothing else is there.
    const open: string[] = []
    for (const [, closing, name = '', self] of text.matchAll(/<(\/?)([a-zA-Z]+)[^>]*?(\/?)>/g)) {
      if (closing === '/') expect(open.pop()).toBe(name)
      else if (self !== '/') open.push(name)
    }
    expect(open).toEqual([])
    // The canary: unescaped it would be found.
    expect(`<title>${EVIL}</title>`).toMatch(/<script|]]>/)
  })

  it('are drawn with characters that are rarely met', () => {
    const rare = '龘彧①→衢亳瓩'
    const snapshot = withWords(rare)
    const picture = draw(snapshot, barsIn(snapshot), { width: 800, theme: 'paper', format: 'png' })
    const boxes = boxesOf(picture).filter(({ text }) => Array.from(text).some((character) => rare.includes(character)))
    expect(new Set(boxes.flatMap(({ text }) => Array.from(text).filter((character) => rare.includes(character))))).toEqual(new Set(rare))
    const [drawn, bare] = [rasterOf(picture, fontsFor(picture, faces)), rasterOf(picture, [])]
    expect(withoutInk(boxes, drawn, bare, 800 / sizeOf(picture).width)).toEqual([])
    expect([...picture.canvas.used.keys()].some((face) => face.rare)).toBe(true)
  })

  it('have a mark for what no font has in pixels, and stay as they are in SVG', () => {
    const snapshot = withWords('䶮')
    const words = boxesOf(draw(snapshot, barsIn(snapshot), { width: 800, theme: 'paper', format: 'png' })).map(({ text }) => text)
    expect([words.includes('〓'), words.includes('䶮')]).toEqual([true, false])
    expect(writeElement(draw(snapshot, barsIn(snapshot), { width: 800, theme: 'paper', format: 'svg' }).svg)).toContain('>䶮</tspan>')
  })
})
