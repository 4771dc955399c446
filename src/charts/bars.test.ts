import { describe, expect, it } from 'vitest'
import { layout } from '#charts/bars-layout.ts'
import { model, options, summary, table, type BarsModel, type BarsOptions } from '#charts/bars.ts'
import type { ObservationInput } from '#contract/observation.ts'
import type { Panel } from '#contract/scene.ts'
import { told } from '#tests/support/made-up-pack.ts'
import { dataOf, must } from '#tests/support/panel-data.ts'
import { ROOT, splitPack, toldOfRoot } from '#tests/support/split-pack.ts'

const CHILDREN: Panel['needs'] = [
  { indicator: 'served', area: 'root', freq: '_Z' },
  { indicator: 'served', area: 'children', freq: '_Z' },
  { indicator: 'work', area: 'children', freq: '_Z' }
]
const BY_KIND: Panel['needs'] = [{ indicator: 'served', area: 'root', freq: '_Z', by: 'kind' }]

interface Wanted extends Partial<BarsOptions> {
  readonly needs?: Panel['needs']
  readonly codes?: readonly string[]
  readonly counties?: number
  readonly region?: string
}

const barsOf = (observations: readonly ObservationInput[], { needs = CHILDREN, codes = [], counties = 3, region, ...more }: Wanted = {}): BarsModel =>
  must(model(dataOf(splitPack(observations, needs, codes, counties), 'map', options, { region, options: { indicator: 'served', ...more } })))

const shown = ({ rows }: BarsModel): unknown[] => rows.map(({ name, value, text, look }) => [name, value, text, look])
const box = { width: 400, height: 200, rem: 16 }

describe('bars by area', () => {
  it('stand in order of length, areas without a value last and in words', () => {
    const bars = barsOf([told(0, { obsValue: null, obsStatus: 'Q' }), told(1, { obsValue: '1200', origin: 'demo' }), told(2, { obsValue: '3400' })])
    expect(shown(bars)).toEqual([
      ['第3县', 3400, '3,400', 'solid'],
      ['第2县', 1200, '1,200', 'demo'],
      ['第1县', null, '不予公布', 'solid']
    ])
  })

  it('keep the order of codes where it is asked for, and between equal values', () => {
    const values = [told(0, { obsValue: '1' }), told(1, { obsValue: '5' }), told(2, { obsValue: '1' })]
    expect(barsOf(values, { order: 'code' }).rows.map(({ name }) => name)).toEqual(['第1县', '第2县', '第3县'])
    expect(barsOf(values).rows.map(({ name }) => name)).toEqual(['第2县', '第1县', '第3县'])
  })

  it('have a row for an area that is not in the data, and none where none is', () => {
    expect(shown(barsOf([told(1, {})]))).toEqual([
      ['第2县', 1, '1', 'solid'],
      ['第1县', null, '未公布', 'solid'],
      ['第3县', null, '未公布', 'solid']
    ])
    expect(barsOf([toldOfRoot({ obsValue: '9' })], { noRows: '分县未公布' })).toMatchObject({ rows: [], noRows: '分县未公布' })
  })

  it('never lose a qualifier, a forecast or a status', () => {
    const bars = barsOf([
      told(0, { obsValue: '30000', bound: 'over', scale: 10_000, qualifier: { word: '余', place: 'afterScale' } }),
      told(1, { obsValue: '20', obsStatus: 'F' }),
      told(2, { obsValue: '10', obsStatus: 'E' })
    ])
    expect(shown(bars)).toEqual([
      ['第1县', 30_000, '3万余件', 'solid'],
      ['第2县', 20, '20 预计', 'forecast'],
      ['第3县', 10, '10 估算', 'solid']
    ])
  })

  it('take the whole area before a part of it, and what is known before demo', () => {
    const bars = barsOf([
      told(0, { obsValue: '9', scope: '某村' }),
      told(0, { obsValue: '7', origin: 'demo' }),
      told(0, { obsValue: '5', timePeriod: '../2022-09' })
    ])
    expect(must(bars.rows[0]).text).toBe('5')
  })

  it('mark the chosen area, and have totals and their note above them', () => {
    const bars = barsOf([told(0, {}), told(1, {}), toldOfRoot({ obsValue: '2', note: '不得相加' })], {
      region: '100002',
      figures: [{ indicator: 'served', tail: '项目' }, { indicator: 'absent' }],
      note: 'served'
    })
    expect(bars.rows.filter(({ own }) => own).map(({ name }) => name)).toEqual(['第2县'])
    expect(bars.figures.map(({ observation, tail }) => [observation.refArea, observation.obsValue, tail])).toEqual([[ROOT, '2', '项目']])
    expect(bars.note).toBe('不得相加')
  })

  it('have a second value beside each, whatever its unit', () => {
    const second = told(1, { indicator: 'work', obsValue: '4.25', scope: '全县' })
    const bars = barsOf([told(0, {}), told(1, { obsValue: '2' }), second], { second: { indicator: 'work', label: '得分' }, label: '件数' })
    expect([bars.label, bars.secondLabel]).toEqual(['件数', '得分'])
    expect(bars.rows.map(({ second: beside }) => beside?.text)).toEqual(['4.3', '未公布', '未公布'])
    expect(table(bars)).toEqual({
      columns: ['名称', '件数', '得分', '期间', '状态'],
      rows: [
        ['第2县', '2件', '4.3分', '截至2022年10月', '已报送'],
        ['第1县', '1件', '未公布', '截至2022年10月', '已报送'],
        ['第3县', '未公布', '未公布', '', '']
      ]
    })
  })

  it('are said in a sentence: most, least, what is missing', () => {
    const bars = barsOf([told(0, { obsValue: '7' }), told(1, { obsValue: '7' }), told(2, { obsValue: null }), toldOfRoot({ obsValue: '14' })], {
      figures: [{ indicator: 'served' }]
    })
    expect(summary(bars)).toBe('served14件，3个县（市、区）served（截至2022年10月）：各7件；第3县未报')
    const apart = barsOf([told(0, { obsValue: '7' }), told(1, { obsValue: '2' }), told(2, { obsValue: '2' })])
    expect(summary(apart)).toBe('3个县（市、区）served（截至2022年10月）：第1县最多，7件；第2县、第3县最少，2件')
    const members = barsOf([told(0, { obsValue: '5', scope: '协会成员' }), told(1, { obsValue: '4', scope: '协会成员' })])
    expect(summary(members)).toContain('协会成员3个县（市、区）served')
    expect(summary(barsOf([], { noRows: '分县未公布' }))).toBe('分县未公布')
  })
})

describe('bars by code', () => {
  const codes = ['a', 'b']
  const bars = (...observations: ObservationInput[]): BarsModel => barsOf(observations, { needs: BY_KIND, by: 'kind', codes })

  it('are named by the code list', () => {
    expect(shown(bars(toldOfRoot({ obsValue: '2' }, 'a'), toldOfRoot({ obsValue: '3', origin: 'demo' }, 'b')))).toEqual([
      ['乙', 3, '3', 'demo'],
      ['甲', 2, '2', 'solid']
    ])
    expect(summary(bars(toldOfRoot({ obsValue: '2' }, 'a'), toldOfRoot({ obsValue: '3' }, 'b')))).toBe(
      '某市served分2类（截至2022年10月）：乙最多，3件；甲最少，2件'
    )
  })

  it('are none without a name or a value', () => {
    expect(barsOf([toldOfRoot({}, 'a')], { needs: BY_KIND, by: 'kind' }).rows).toEqual([])
    expect(bars().rows).toEqual([])
  })
})

describe('the places of bars', () => {
  it('start from one zero and are as long as their values', () => {
    const bars = barsOf([told(0, { obsValue: '100' }), told(1, { obsValue: '50' }), told(2, { obsValue: '0' })])
    const { places } = layout(bars, box)
    const [long, half, none] = places.map(({ bar }) => bar)
    expect(must(half).x).toBe(must(long).x)
    expect(must(half).width).toBeCloseTo(must(long).width / 2, 6)
    expect(none).toBeNull()
    expect(must(long).x + must(long).width).toBeLessThan(must(places[0]).valueRight)
    expect(places.map(({ row }) => row.height)).toEqual([200 / 3, 200 / 3, 200 / 3])
  })

  it('go to the left of zero for what is below it', () => {
    const { places } = layout(barsOf([told(0, { obsValue: '30' }), told(1, { obsValue: '-10' })]), box)
    const [up, down] = [must(places[0]?.bar), must(places[1]?.bar)]
    expect(down.x + down.width).toBeCloseTo(up.x, 6)
    expect(down.width).toBeCloseTo(up.width / 3, 6)
  })

  it('have smaller values where long ones would take the room of the bars', () => {
    const sizes = (obsValue: string): number => must(layout(barsOf([told(0, { obsValue })]), { ...box, width: 300 }).places[0]).valueSize
    expect(sizes('12')).toBeGreaterThan(sizes('123456789012'))
    expect(must(layout(barsOf([told(0, { obsValue: '123456789012' })]), { ...box, width: 300 }).places[0]?.bar).width).toBeGreaterThan(0)
  })

  it('stand in blocks side by side where the rows would lie on each other', () => {
    const many = barsOf(
      Array.from({ length: 11 }, (_, index) => told(index, { obsValue: String(index + 1) })),
      { counties: 11 }
    )
    const { places } = layout(many, { width: 480, height: 160, rem: 16 })
    expect(new Set(places.map(({ row }) => row.x)).size).toBe(2)
    expect(places.every(({ row }) => row.height >= 1.5 * 16 && row.y + row.height <= 160.001)).toBe(true)
    const narrow = layout(many, { width: 200, height: 160, rem: 16 }).places
    expect(new Set(narrow.map(({ row }) => row.x)).size).toBe(1)
    expect(narrow.every(({ nameSize, valueSize }) => nameSize === 1.125 && valueSize === 1.125)).toBe(true)
  })
})
