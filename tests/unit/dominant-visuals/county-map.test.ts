import { describe, expect, it } from 'vitest'
import { option } from '#charts/county-map-option.ts'
import { model, options, type CountyMapModel } from '#charts/county-map.ts'
import { registerAreas } from '#charts/register.ts'
import type { Observation } from '#contract/observation.ts'
import type { Snapshot } from '#contract/snapshot.ts'
import { eleven, three } from '#mocks/fixtures/counties.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { published } from '#mocks/fixtures/published.ts'
import { reported } from '#mocks/fixtures/reported.ts'
import { THEMES } from '#tokens/themes.ts'
import { must } from '#tests/support/panel-data.ts'
import { flat, itemsOf, type Item } from '#tests/support/render-items.ts'
import { brokenIn, hollowIn, meeting, outside, wordsIn } from './marks.ts'
import { QUALIFIED } from './qualified.ts'
import { overAreas, reportedWhere, where } from './reshape.ts'
import { FRAME_NAMES, inkIn, markupOf, visualOf, type Frame } from './visual.ts'

function mapOf(snapshot: Snapshot, frame: Frame = 'wall') {
  const { data, room } = visualOf(snapshot, 'zonglan', 'map', options)
  const map = model(data)
  registerAreas(map.areas.map(({ feature }) => feature))
  return { map, ctx: { ...inkIn(room(frame)), fit: data.options.fit[frame], leastLabel: 0.8, selected: undefined } }
}

const CASES: readonly (readonly [string, () => Snapshot, number])[] = [
  ['3 counties', three, 3],
  ['6 counties', normal, 6],
  ['11 counties', eleven, 11],
  ['6 counties without a figure', published, 6]
]

describe.each(FRAME_NAMES)('the map on the %s', (frame) => {
  it.each(CASES)('has %s, names and values apart and inside', (_, fixture, count) => {
    const { map, ctx } = mapOf(fixture(), frame)
    expect(map.areas).toHaveLength(count)
    const names = map.areas.flatMap(({ region, text }) => [region.name, text])
    const words = wordsIn(option(map, ctx), ctx).filter(({ text }) => names.includes(text))
    expect(words.length).toBe(names.filter((name) => name !== '').length)
    expect(meeting(words)).toEqual([])
    expect(outside(words, ctx)).toEqual([])
    expect(brokenIn(option(map, ctx))).toEqual([])
  })
})

describe('the map of other data', () => {
  const textsOf = ({ areas }: CountyMapModel): unknown[] => areas.map(({ text, share }) => [text, share])
  const areasIn = (snapshot: Snapshot): Item[][] => {
    const { map, ctx } = mapOf(snapshot)
    return itemsOf(option(map, ctx), 'areas', (point) => [...point]).map(flat)
  }

  it('colours 0 as the least value, and what is missing not at all', () => {
    expect(textsOf(mapOf(overAreas(normal(), 'xxt.members', [0, 50, 100, null, 25, 75])).map)).toEqual([
      ['0', 0],
      ['50', 0.5],
      ['100', 1],
      ['未报', null],
      ['25', 0.25],
      ['75', 0.75]
    ])
  })

  it('has one colour where all are equal, and stands with nothing but zeros', () => {
    const { map, ctx } = mapOf(overAreas(normal(), 'xxt.members', [0, 0, 0, 0, 0, 0]))
    expect(new Set(map.areas.map(({ share }) => share))).toEqual(new Set([0.5]))
    expect(brokenIn(option(map, ctx))).toEqual([])
  })

  it('never drops a qualifier, and gives a magnitude no colour', () => {
    const told = (more: Partial<Observation>): unknown[] => {
      const { map, ctx } = mapOf(where(normal(), 'xxt.members', { obsValue: '4000', ...more }, ({ refArea }) => refArea === '330881'))
      expect(brokenIn(option(map, ctx))).toEqual([])
      const { text, phrase, share } = must(map.areas.find(({ region }) => region.code === '330881'))
      return [text, phrase, share === null]
    }
    expect(told(QUALIFIED.exact)).toEqual(['4,000', '4,000名', false])
    expect(told(QUALIFIED.余)).toEqual(['4000余名', '4000余名', false])
    expect(told({ ...QUALIFIED.magnitude, scale: 10_000_000, obsValue: '10000000' })).toEqual(['上千万名', '上千万名', true])
  })

  it('turns solid where it is reported, county by county', () => {
    const striped = (snapshot: Snapshot): boolean[] => areasIn(snapshot).map((area) => hollowIn(area, THEMES.ink.bg0).length > 0)
    expect(striped(normal())).toEqual([true, true, true, true, true, true])
    expect(striped(reported())).toEqual([false, false, false, false, false, false])
    expect(striped(reportedWhere(normal(), ({ refArea }) => refArea === '330881'))).toEqual([true, true, true, true, true, false])
    expect(must(areasIn(published())[0]).length).toBeGreaterThan(0)
  })

  it('says 演示 as long as something is', () => {
    expect(markupOf(normal(), 'zonglan', 'map')).toContain('演示')
    expect(markupOf(reported(), 'zonglan', 'map')).not.toContain('演示')
  })
})
