import { describe, expect, it } from 'vitest'
import { layout } from '#charts/skyline-layout.ts'
import { option } from '#charts/skyline-option.ts'
import { model, options, type SkylineModel } from '#charts/skyline.ts'
import { caption } from '#charts/skyline-words.ts'
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
import { QUALIFIED, range } from './qualified.ts'
import { publishedAs, reportedWhere, where, withVillages } from './reshape.ts'
import { FRAME_NAMES, inkIn, markupOf, visualOf, type Frame, type Room } from './visual.ts'

/** Head and caption over the columns. */
const HEAD = { top: 4.3 }
const { bg0 } = THEMES.ink

const skyOf = (snapshot: Snapshot) => {
  const { data, room } = visualOf(snapshot, 'minzu', 'skyline', options, HEAD)
  return { sky: must(model(data)), room }
}
const wayIn = (frame: Frame) => ({ leaders: frame === 'wall', rows: false })
const optionOf = (sky: SkylineModel, room: Room, frame: Frame) => option(sky, { ...inkIn(room), ...wayIn(frame) })

const CASES: readonly (readonly [string, () => Snapshot, number])[] = [
  ['12 villages in 6 counties', () => withVillages(normal(), 12), 12],
  ['49 villages in 6 counties', normal, 49],
  ['120 villages in 6 counties', () => withVillages(normal(), 120), 120],
  ['12 villages in 3 counties', () => withVillages(three(), 12), 12],
  ['12 villages in 11 counties', () => withVillages(eleven(), 12), 12],
  ['120 villages in 11 counties', () => withVillages(eleven(), 120), 120],
  ['49 villages of which only their number is published', published, 49]
]

describe.each(FRAME_NAMES)('the skyline on the %s', (frame) => {
  it.each(CASES)('has %s: one column one village, none on another, all inside', (_, fixture, count) => {
    const { sky, room } = skyOf(fixture())
    const size = room(frame)
    const [places] = layout(sky, { ...size, ...wayIn(frame) })
    const { columns, base } = must(places)
    expect(columns).toHaveLength(count)
    const boxes = columns.map(({ x, width, top }) => ({ x, y: top, width, height: base - top }))
    expect(meeting(boxes)).toEqual([])
    expect(outside(boxes, size)).toEqual([])
    for (const { width } of boxes) expect(width).toBeGreaterThan(2)
  })

  it.each(CASES)('keeps the words of %s apart and inside', (_, fixture) => {
    const { sky, room } = skyOf(fixture())
    const size = room(frame)
    const words = wordsIn(optionOf(sky, size, frame), size)
    expect(meeting(words)).toEqual([])
    expect(outside(words, size)).toEqual([])
    expect(brokenIn(optionOf(sky, size, frame))).toEqual([])
  })

  it('has all heights on one scale from the base line', () => {
    const { sky, room } = skyOf(withVillages(normal(), 120))
    const { columns, base } = must(layout(sky, { ...room(frame), ...wayIn(frame) })[0])
    const known = columns.filter(({ column }) => column.value !== null && column.forecast === null)
    const unit = (base - must(known[0]).top) / must(must(known[0]).column.value)
    for (const { column, top } of known) expect((base - top) / must(column.value)).toBeCloseTo(unit, 6)
  })
})

describe('the skyline of other data', () => {
  const columnsIn = (snapshot: Snapshot): Map<string, Item[]> => {
    const { sky, room } = skyOf(snapshot)
    const size = room('wall')
    const drawn = itemsOf(optionOf(sky, size, 'wall'), 'columns', (point) => [...point]).map(flat)
    const keys = sky.groups.flatMap(({ columns }) => columns.map(({ key }) => key))
    return new Map(keys.map((key, index) => [key, must(drawn[index])]))
  }
  const village =
    (name: string) =>
    (o: Observation): boolean =>
      o.scope === name

  it('draws no height for 0 and an open ring for what is missing, with the reason', () => {
    const zero = where(normal(), 'mz.collective', { obsValue: '0' }, village('民族村26'))
    const missing = where(zero, 'mz.collective', { obsValue: null, obsStatus: 'O' }, village('民族村27'))
    const columns = columnsIn(missing)
    const marks = (name: string): string[] => must([...columns].find(([key]) => key.endsWith(name)))[1].flatMap(({ type }) => (type === 'group' ? [] : [type]))
    expect(marks('民族村26')).not.toContain('circle')
    expect(marks('民族村26').length).toBeGreaterThan(0)
    expect(marks('民族村27')).toEqual(['circle'])
    const { sky } = skyOf(missing)
    expect(sky.groups.flatMap(({ columns: own }) => own).find(({ place }) => place === '民族村26')?.text).toBe('0.0万元/村·年')
    expect(sky.groups.map(({ absent }) => absent).filter((word) => word !== '')).toEqual(['未报1'])
  })

  it('turns solid where it is reported, county by county; a forecast stays dashed', () => {
    const hollow = (snapshot: Snapshot): string[] => [...columnsIn(snapshot)].filter(([, marks]) => hollowIn(marks, bg0).length > 0).map(([key]) => key)
    expect(hollow(normal())).toHaveLength(49)
    expect(hollow(reported())).toEqual(['330825 浦山村'])
    const partly = hollow(reportedWhere(normal(), ({ refArea, indicator }) => indicator === 'mz.collective' && refArea === '330881'))
    expect(partly.filter((key) => key.startsWith('330881'))).toEqual([])
    expect(partly.length).toBeGreaterThan(30)
  })

  it('follows the qualifier of a village: open above what is certain, words alone for a magnitude', () => {
    const told = (more: Partial<Observation>): unknown[] => {
      const snapshot = where(reported(), 'mz.collective', { obsValue: '400000', ...more }, village('民族村26'))
      const { sky } = skyOf(snapshot)
      const column = must(sky.groups.flatMap(({ columns }) => columns).find(({ place }) => place === '民族村26'))
      return [column.value, column.until, column.edge, column.text]
    }
    expect(told(QUALIFIED.exact)).toEqual([40, null, 'none', '40.0万元/村·年'])
    expect(told(QUALIFIED.超)).toEqual([40, 50, 'fading', '超40万元'])
    expect(told(QUALIFIED.以上)).toEqual([40, 50, 'dashed', '40万元以上'])
    expect(told(QUALIFIED.近)).toEqual([38, 40, 'fading', '近40万元'])
    expect(told(range('450000'))).toEqual([40, 45, 'dashed', '40万至45万元'])
    expect(told({ ...QUALIFIED.magnitude, scale: 10_000_000, obsValue: '10000000' })).toEqual([null, null, 'none', '上千万元'])
    const columns = columnsIn(where(reported(), 'mz.collective', { obsValue: '400000', ...range('450000') }, village('民族村26')))
    const marks = must([...columns].find(([key]) => key.endsWith('民族村26')))[1]
    expect(hollowIn(marks, bg0)).toHaveLength(1)
  })

  it('follows the qualifier of how many villages there are', () => {
    const further = (more: Partial<Observation>): unknown[] => {
      const { sky } = skyOf(publishedAs(published(), 'mz.villages', more))
      const columns = sky.groups.flatMap((group) => group.columns)
      return [
        columns.filter(({ edge }) => edge === 'none').length,
        columns.filter(({ edge }) => edge !== 'none').map(({ edge }) => edge),
        caption(sky).slice(-8)
      ]
    }
    expect(further(QUALIFIED.exact)).toEqual([49, [], '公布，顺序无含义'])
    expect(further(QUALIFIED.余)).toEqual([49, ['fading', 'fading', 'fading'], '，淡柱表示“余”'])
    expect(further(QUALIFIED.以上)[1]).toEqual(['dashed', 'dashed', 'dashed'])
  })

  it('is solid up to a floor only where none can be below it', () => {
    const floorOf = (more: Partial<Observation>) => skyOf(publishedAs(normal(), 'mz.collectiveFloor', more)).sky.floor
    for (const more of [QUALIFIED.exact, QUALIFIED.超, QUALIFIED.以上]) expect(floorOf(more)?.value).toBe(20)
    for (const more of [QUALIFIED.近, QUALIFIED.magnitude, range('250000')]) expect(floorOf(more)).toBeNull()
  })

  it('says 演示 as long as something is', () => {
    expect(markupOf(normal(), 'minzu', 'skyline')).toContain('演示')
    expect(markupOf(reported(), 'minzu', 'skyline')).not.toContain('演示')
    expect(caption(skyOf(reported()).sky)).toBe('一柱一村，2021年；白线以下实心为已发布下限')
  })
})
