import { describe, expect, it } from 'vitest'
import { GLYPH, model, options, summary, table, type GlyphPart, type VillageGlyphModel } from '#charts/village-glyph.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { dataOf, must } from '#tests/support/panel-data.ts'
import { withPanel } from '#tests/support/with-panel.ts'

const parts: GlyphPart[] = [
  { count: 1, display: '一乡', mark: 'centre' },
  { count: 2, display: '两带', mark: 'ring' },
  { count: 10, display: '十村', mark: 'dot' }
]

function glyphOf(more: object = {}, programmes = ['一乡两带十村']): VillageGlyphModel | null {
  const data = dataOf(withPanel(normal(), [], 'minzu'), 'p', options, { options: { programme: '一乡两带十村', sign: '乡', parts, ...more } })
  return model({ ...data, answer: { ...data.answer, programmes: programmes.map((name) => ({ theme: 'minzu', name })) } })
}

describe('the glyph of a name that counts', () => {
  it('has as many marks as the name says', () => {
    const { centres, rings, dots } = must(glyphOf())
    expect([centres.length, rings.length, dots.length]).toEqual([1, 2, 10])
  })

  it('is none where the pack has no such programme', () => {
    expect(glyphOf({}, ['别的'])).toBeNull()
  })

  it('is none where the parts do not make up the name', () => {
    expect(glyphOf({ parts: parts.slice(0, 2) })).toBeNull()
  })

  it.each([
    [1, 1, 1],
    [3, 4, 60]
  ])('keeps %d in the middle, %d rings and %d dots apart', (one, two, ten) => {
    const counted = [one, two, ten].map((count, index) => ({ ...must(parts[index]), count }))
    const { centres, rings, dots } = must(glyphOf({ parts: counted }))
    for (const { x, y, r } of centres) expect(Math.hypot(x, y) + r).toBeLessThanOrEqual(GLYPH.centre + 0.001)
    for (const radius of rings) {
      expect(radius).toBeGreaterThan(GLYPH.centre)
      expect(radius).toBeLessThan(GLYPH.outer - GLYPH.dot)
    }
    const [first, second] = dots
    if (first !== undefined && second !== undefined) expect(Math.hypot(first.x - second.x, first.y - second.y)).toBeGreaterThan(2 * first.r * 0.99)
  })

  it('is told in words', () => {
    const glyph = must(glyphOf())
    expect(summary(glyph)).toBe('一乡两带十村：一乡、两带、十村')
    expect(table(glyph).rows).toEqual([
      ['一乡', '1', '一乡两带十村'],
      ['两带', '2', '一乡两带十村'],
      ['十村', '10', '一乡两带十村']
    ])
  })
})
