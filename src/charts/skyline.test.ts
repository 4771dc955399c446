import { describe, expect, it } from 'vitest'
import { model, type SkylineColumn, type SkylineModel, type SkylineOptions } from '#charts/skyline.ts'
import { caption, summary, table } from '#charts/skyline-words.ts'
import type { ObservationInput } from '#contract/observation.ts'
import { must } from '#tests/support/panel-data.ts'
import { areaOf, count, floor, forecast, skylineData, village, villages } from '#tests/support/villages.ts'

const sky = (observations: readonly ObservationInput[], more?: Partial<SkylineOptions>, counties?: number): SkylineModel =>
  must(model(skylineData(observations, more, counties)))
const columnsOf = ({ groups }: SkylineModel): SkylineColumn[] => groups.flatMap(({ columns }) => columns)
const counts = ({ groups }: SkylineModel): [string | undefined, number][] => groups.map(({ region, columns }) => [region?.name, columns.length])

describe('a skyline of places', () => {
  it('has a column for each place, by area, the largest area first', () => {
    expect(counts(sky(villages([2, 5, 3])))).toEqual([
      ['第2县', 5],
      ['第3县', 3],
      ['第1县', 2]
    ])
    expect(columnsOf(sky(villages([2, 5, 3]))).every(({ look }) => look === 'demo')).toBe(true)
  })

  it.each([12, 120])('can be of %d places', (number) => {
    const per = Array.from({ length: 11 }, (_, index) => Math.floor(number / 11) + (index < number % 11 ? 1 : 0))
    expect(columnsOf(sky(villages(per), {}, 11))).toHaveLength(number)
  })

  it('turns solid where values are reported', () => {
    const looks = columnsOf(sky([...villages([2]), ...villages([0, 2], { origin: 'reported' })])).map(({ look }) => look)
    expect(looks.toSorted()).toEqual(['demo', 'demo', 'solid', 'solid'])
  })

  it('lets the made-up places of an area go where it begins to report', () => {
    const own = sky([...villages([3]), village(0, 9, { origin: 'reported' }), floor, count(3)])
    expect(columnsOf(own).flatMap(({ observation }) => observation?.scope ?? [])).toEqual(['村9'])
    expect(counts(own)).toEqual([
      ['第1县', 1],
      [undefined, 2]
    ])
  })

  it('counts what is not known in words, and never as zero', () => {
    const missing = [village(0, 0, { obsValue: null, obsStatus: 'O' }), village(0, 1, { obsValue: null, obsStatus: 'Q' }), village(0, 2, { obsValue: '0' })]
    const { groups } = sky(missing)
    expect(groups[0]?.absent).toBe('未报1，不予公布1')
    expect(new Set(must(groups[0]).columns.map(({ value }) => value))).toEqual(new Set([0, null]))
  })

  it('is none without a place and without a published floor', () => {
    expect(model(skylineData([]))).toBeNull()
    expect(model(skylineData([count(5)]))).toBeNull()
    expect(model(skylineData([floor]))).toBeNull()
  })
})

describe('places without a figure of their own', () => {
  const models = [
    { area: areaOf(0), places: ['村甲'] },
    { area: areaOf(1), places: ['村乙', '村丙'] }
  ]

  it('are as many as the published count leaves', () => {
    const own = sky([floor, count(5), ...villages([2])])
    expect(counts(own)).toEqual([
      ['第1县', 2],
      [undefined, 3]
    ])
    expect(columnsOf(own).filter(({ observation }) => observation === null)).toHaveLength(3)
  })

  it('have the places of the stories among them, those of one story side by side', () => {
    const columns = columnsOf(sky([floor, count(9), forecast(0, '村甲')], { models }))
    expect(columns).toHaveLength(9)
    expect(columns.flatMap(({ place, model: index }) => (place === null ? [] : [[place, index]]))).toEqual([
      ['村甲', 0],
      ['村乙', 1],
      ['村丙', 1]
    ])
    expect(columns.findIndex(({ place }) => place === '村丙') - columns.findIndex(({ place }) => place === '村乙')).toBe(1)
    expect(columns.find(({ place }) => place === '村甲')?.forecast?.value).toBe(100)
  })

  it('are never more than the count, nor so many that the page stops', () => {
    expect(columnsOf(sky([floor, count(2)], { models }))).toHaveLength(2)
    expect(columnsOf(sky([floor, count(3), ...villages([4])]))).toHaveLength(4)
    expect(columnsOf(sky([floor, count(1_000_000), ...villages([4])]))).toHaveLength(4)
  })
})

describe('the stories', () => {
  const models = [{ area: areaOf(1), places: ['村0', '村3'] }]

  it('have their columns marked, side by side', () => {
    const { columns } = must(sky(villages([0, 5]), { models }).groups[0])
    const marked = columns.flatMap(({ model: index }, position) => (index === 0 ? [position] : []))
    expect(marked).toHaveLength(2)
    expect(must(marked[1]) - must(marked[0])).toBe(1)
  })

  it('are told apart by their area', () => {
    expect(columnsOf(sky(villages([5, 0]), { models })).every(({ model: index }) => index === null)).toBe(true)
  })
})

describe('a forecast', () => {
  it('belongs to the place that its scope names, and the axis has room for it', () => {
    const own = sky([...villages([2, 2]), floor, forecast(1, '村1')])
    expect(columnsOf(own).flatMap(({ key, forecast: ahead }) => (ahead === null ? [] : [[key, ahead.value]]))).toEqual([[`${areaOf(1)} 村1`, 100]])
    expect(own.max).toBe(100)
  })
})

describe('the axis', () => {
  it('begins at zero and leaves room over the floor', () => {
    expect(sky([floor, ...villages([1], { obsValue: '21' })])).toMatchObject({ min: 0, max: 30 })
    expect(sky([floor, ...villages([1], { obsValue: '-5' })]).min).toBe(-5)
  })
})

describe('in words', () => {
  const own = sky([...villages([2, 3]), floor, forecast(1, '村1')])

  it('says what a column is and what solid and striped mean', () => {
    expect(caption(own)).toBe('一柱一村，2021年；白线以下实心为已发布下限，斜纹为演示，分县村数、编号村名为演示')
    expect(caption(sky([...villages([2, 3], { origin: 'reported' }), floor]))).toBe('一柱一村，2021年；白线以下实心为已发布下限')
    expect(caption(sky([floor, count(3)]))).toMatch(/各村数值未公布，顺序无含义$/)
    expect(caption(sky([floor, count(6), ...villages([4])]))).toMatch(/末组2柱数值未公布$/)
  })

  it('keeps the note of the floor only while no known place is below it', () => {
    expect(own.floorNote).toBe('都在线上')
    expect(sky([...villages([2], { obsValue: '19', origin: 'reported' }), floor]).floorNote).toBe('')
  })

  it('tells areas, the span, the floor and the forecast', () => {
    expect(summary(own)).toBe('一柱一村，共5柱（2021年）：第2县3个，第1县2个；各村30件至32件；work超20分；村1100分（2022年，预计）')
    expect(summary(sky([floor, count(3)]))).toMatch(/^一柱一村，共3柱（2021年）；各村数值未公布；/)
  })

  it('has every place, the floor and the forecast in its table', () => {
    const { columns, rows } = table(own)
    expect(columns).toEqual(['村', '县（市、区）', '数值', '单位', '期间', '状态'])
    expect(rows).toHaveLength(1 + 5 + 1)
    expect(rows[0]).toEqual(['每村', '', '超20分', '分', '2021年', '已发布'])
    expect(rows).toContainEqual(['村0', '第1县', '30件', '件', '2021年', '演示'])
    expect(rows).toContainEqual(['村1', '第2县', '100分', '分', '2022年', '已发布 预计'])
    expect(table(sky([village(0, 0, { obsValue: null, obsStatus: 'O' })])).rows[0]).toEqual(['村0', '第1县', '未报', '件', '2021年', '演示'])
  })
})
