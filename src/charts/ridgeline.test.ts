import { describe, expect, it } from 'vitest'
import { model, type RidgelineModel, type RidgelineOptions } from '#charts/ridgeline.ts'
import { dayName, summary, table } from '#charts/ridgeline-words.ts'
import type { ObservationInput } from '#contract/observation.ts'
import { shiftMonth } from '#contract/months.ts'
import { daysOf, monthTotal, ridgeData } from '#tests/support/days.ts'
import { must } from '#tests/support/panel-data.ts'
import { toldOfRoot } from '#tests/support/split-pack.ts'

const ridge = (observations: readonly ObservationInput[], more?: Partial<RidgelineOptions>, period?: string): RidgelineModel =>
  must(model(ridgeData(observations, more, period)))
const flat = (day: number): number => (day === 10 ? 90 : 10)

describe('the months of a ridgeline', () => {
  it.each([1, 2, 12])('are %d, oldest first, the last one the latest', (count) => {
    const months = Array.from({ length: count }, (_, index) => shiftMonth('2022-01', index))
    const { months: found } = ridge(months.flatMap((month) => daysOf(month, flat)))
    expect(found.map(({ period }) => period)).toEqual(months)
    expect(found.map(({ latest }) => latest)).toEqual(months.map((_, index) => index === count - 1))
  })

  it('are the last twelve of more, and none after the period that is looked at', () => {
    const all = Array.from({ length: 15 }, (_, index) => monthTotal(shiftMonth('2021-01', index), '5'))
    expect(ridge(all).months.map(({ period }) => period)).toEqual(Array.from({ length: 12 }, (_, index) => shiftMonth('2021-04', index)))
    expect(ridge(all, {}, '2021-03').months.map(({ period }) => period)).toEqual(['2021-01', '2021-02', '2021-03'])
  })

  it('have their own length, and one that nothing is known of is a gap', () => {
    const { months } = ridge([...daysOf('2022-01', flat), ...daysOf('2022-03', flat)])
    expect(months.map(({ period, length, days }) => [period, length, days.length])).toEqual([
      ['2022-01', 31, 31],
      ['2022-02', 28, 0],
      ['2022-03', 31, 31]
    ])
    expect(months[1]).toMatchObject({ total: null, totalText: '未公布', demo: false })
  })

  it('are none where nothing is known', () => {
    expect(model(ridgeData([]))).toBeNull()
    expect(model(ridgeData([toldOfRoot({ obsValue: '9' })]))).toBeNull()
  })
})

describe('the days', () => {
  it('that are missing are left out, zero is a value', () => {
    const { months } = ridge([
      ...daysOf('2022-02', (day) => (day === 5 ? null : day === 6 ? 0 : 3)),
      toldOfRoot({ timePeriod: '2022-02-05', freq: 'D', obsValue: null, obsStatus: 'O' })
    ])
    const days = must(months[0]).days
    expect(days).toHaveLength(27)
    expect(days.some(({ day }) => day === 5)).toBe(false)
    expect(days.find(({ day }) => day === 6)?.value).toBe(0)
  })

  it('make a month demo, or not once they are reported', () => {
    expect(ridge(daysOf('2022-02', flat)).months[0]?.demo).toBe(true)
    expect(ridge(daysOf('2022-02', flat, { origin: 'reported' })).months[0]?.demo).toBe(false)
  })

  it('that are reported go before demo ones', () => {
    const both = [...daysOf('2022-02', () => 1, { scope: '演示口径' }), ...daysOf('2022-02', () => 2, { origin: 'reported' })]
    expect(new Set(ridge(both).months[0]?.days.map(({ value }) => value))).toEqual(new Set([2]))
  })
})

describe('the totals', () => {
  it('are the months’ own figures', () => {
    expect(ridge([...daysOf('2022-02', flat), monthTotal('2022-02', '1234')]).months[0]).toMatchObject({ totalText: '1,234', total: { value: 1234 } })
    expect(ridge([...daysOf('2022-02', flat), monthTotal('2022-02', null)]).months[0]).toMatchObject({ totalText: '未报', total: null })
  })

  it('are made of the days where each day is known, and unknown where one is not', () => {
    const made = must(ridge(daysOf('2022-02', () => 2)).months[0]?.total)
    expect(made).toMatchObject({ value: 56, observation: { timePeriod: '2022-02', freq: 'M', origin: 'demo', note: '由各日数累加' } })
    expect(ridge(daysOf('2022-02', (day) => (day === 1 ? null : 2))).months[0]?.total).toBeNull()
    expect(ridge(daysOf('2022-02', () => 2, { origin: 'reported' })).months[0]?.total?.observation.origin).toBe('reported')
  })

  it('have what was counted before them, where that is told', () => {
    const opening = toldOfRoot({ timePeriod: '../2022-01', obsValue: '700', origin: 'demo' })
    expect(ridge([...daysOf('2022-02', flat), opening]).opening?.text).toBe('700')
    expect(ridge([...daysOf('2022-03', flat), opening]).opening).toBeNull()
  })
})

describe('the peaks', () => {
  const two = [...daysOf('2022-01', (day) => (day === 31 ? 80 : 10)), ...daysOf('2022-02', (day) => (day === 1 ? 95 : day === 20 ? 60 : 10))]

  it('are the highest of their neighbours, across months too, the highest first', () => {
    expect(ridge(two).peaks.map(({ date }) => date)).toEqual(['2022-02-01', '2022-02-20'])
    expect(ridge(two, { peaks: 1 }).peaks).toHaveLength(1)
  })

  it('are none in the ordinary up and down', () => {
    expect(ridge(daysOf('2022-01', (day) => 10 + (day % 3))).peaks).toEqual([])
    expect(ridge(daysOf('2022-01', () => 0)).peaks).toEqual([])
  })

  it('have a name only from the options', () => {
    const [first, second] = ridge(two, { names: { '2022-02-01': '春节' } }).peaks
    expect([dayName(must(first)), dayName(must(second))]).toEqual(['2月1日 春节', '2月20日'])
  })
})

describe('in words', () => {
  const own = ridge([
    ...daysOf('2022-01', flat),
    monthTotal('2022-01', '1390'),
    ...daysOf('2022-02', (day) => (day > 20 ? null : 5)),
    monthTotal('2022-02', null),
    toldOfRoot({ timePeriod: '../2021-12', obsValue: '700', origin: 'demo' })
  ])

  it('tells the span, the most and the least, what is missing, and the highest day', () => {
    expect(summary(own)).toBe('served（2022年1月至2022年2月）：2022年1月1,390件；2022年2月未报；最高一日1月10日，90件')
    expect(summary(ridge(daysOf('2022-02', () => 1)))).toBe('served（2022年2月）：2022年2月28件')
  })

  it('has every day and month in its table, and says which days it has not', () => {
    const { columns, rows } = table(own)
    expect(columns).toEqual(['期间', 'served', '状态'])
    expect(rows).toHaveLength(1 + 1 + 31 + 1 + 20 + 1)
    expect(rows[0]).toEqual(['截至2021年12月', '700件', '演示'])
    expect(rows[1]).toEqual(['2022年1月', '1,390件', '演示'])
    expect(rows).toContainEqual(['2022年1月10日', '90件', '演示'])
    expect(rows).toContainEqual(['2022年2月', '未报', ''])
    expect(rows.at(-1)).toEqual(['2022年2月其余8日', '未报', ''])
  })
})
