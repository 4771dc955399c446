import { describe, expect, it } from 'vitest'
import { boundariesAnswer, sceneAnswer } from '#contract/snapshot.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { published } from '#mocks/fixtures/published.ts'
import { THEMES } from '#tokens/themes.ts'
import { must, panelOf } from '#tests/support/panel-data.ts'
import { barsMap } from './bars-map.ts'
import { model, options } from './bars.ts'

const ROOM = { width: 300, height: 280, theme: THEMES.paper }

function mapOf(snapshot = normal()) {
  const answer = sceneAnswer(snapshot, { id: 'shitang' })
  const panel = panelOf(answer, 'counties')
  const bars = must(model({ panel, options: options.parse(panel.options ?? {}), answer }))
  const boundaries = boundariesAnswer(snapshot, { code: answer.root, context: '1' })
  return { bars, boundaries, areas: barsMap(bars, boundaries, ROOM) }
}

describe('the map beside bars', () => {
  it('has each area of the bars, the longest in the strongest colour, demo ones hatched', () => {
    const { bars, areas } = mapOf()
    expect(areas.map(({ name }) => name)).toEqual(bars.rows.map(({ name }) => name))
    expect(areas[0]?.fill).toBe(THEMES.paper.ramp.at(-1))
    expect(areas.at(-1)?.fill).toBe(THEMES.paper.ramp[0])
    expect(areas.every(({ hatch }) => hatch !== null && hatch.startsWith('M'))).toBe(true)
  })

  it('lies inside its room, names too', () => {
    for (const { path, label } of mapOf().areas) {
      const numbers = path.match(/-?[\d.]+/g)?.map(Number) ?? []
      expect(numbers.length).toBeGreaterThan(20)
      expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0)
      expect(Math.max(...numbers)).toBeLessThanOrEqual(ROOM.width)
      expect([label.x > 0, label.x < ROOM.width, label.y > 0, label.y < ROOM.height]).toEqual([true, true, true, true])
    }
  })

  it('is not there where an area has no outline, or nothing is told by area', () => {
    const { bars, boundaries } = mapOf()
    expect(barsMap(bars, undefined, ROOM)).toEqual([])
    expect(barsMap(bars, { ...boundaries, features: boundaries.features.slice(1) }, ROOM).length).toBeLessThan(bars.rows.length)
    expect(mapOf(published()).areas.every(({ hatch }) => hatch === null)).toBe(true)
  })
})
