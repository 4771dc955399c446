import { describe, expect, it } from 'vitest'
import { labelColours } from '#charts/map-label.ts'
import { contrastOf, mix, rampAt } from '#tokens/colour.ts'
import { THEME_IDS, THEMES } from '#tokens/themes.ts'

const SHARES = Array.from({ length: 101 }, (_, index) => index / 100)

describe('labels on the map', () => {
  it.each(THEME_IDS)('%s: reach AA on every step, on no value and on stale grey', (id) => {
    const theme = THEMES[id]
    const grounds = [...SHARES.map((share) => rampAt(theme.ramp, share)), theme.bg2, ...SHARES.map((share) => mix(theme.bg2, theme.neutral, 0.2 + share * 0.5))]
    for (const ground of grounds) {
      const { text, halo } = labelColours(ground, theme)
      expect(contrastOf(text, halo), ground).toBeGreaterThanOrEqual(4.5)
    }
  })

  it('are white on dark themes, and on paper whichever can be read', () => {
    expect(SHARES.map((share) => labelColours(rampAt(THEMES.ink.ramp, share), THEMES.ink).text)).toEqual(SHARES.map(() => THEMES.ink.mapText))
    const paper = SHARES.map((share) => labelColours(rampAt(THEMES.paper.ramp, share), THEMES.paper).text)
    expect([paper[0], paper[100]]).toEqual([THEMES.paper.mapText, THEMES.paper.bg0])
    expect(new Set(paper).size).toBe(2)
  })
})
