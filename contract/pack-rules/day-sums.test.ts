import { describe, expect, it } from 'vitest'
import type { ObservationInput } from '#contract/observation.ts'
import { check, month, observation } from '#tests/support/town-pack.ts'

describe('sums over days', () => {
  const february = (change: (day: string, index: number) => object | null = () => ({})): ObservationInput[] =>
    Array.from({ length: 28 }, (_, index) => `2022-02-${String(index + 1).padStart(2, '0')}`).flatMap((timePeriod, index) => {
      const more = change(timePeriod, index)
      return more === null ? [] : [observation({ timePeriod, freq: 'D', obsValue: '1', ...more })]
    })
  const first = (more: object) => (_day: string, index: number) => (index === 0 ? more : {})
  it.each<[string, ObservationInput[], number]>([
    ['days that close', [month('2022-02', '28'), ...february()], 0],
    ['one off', [month('2022-02', '29'), ...february()], 1],
    ['a day that was not reported', [month('2022-02', '30'), ...february(first({ obsValue: null, obsStatus: 'O' }))], 0],
    ['one off, and the month says why', [month('2022-02', '29', { sumNote: '补报一场' }), ...february()], 0],
    ['no days', [month('2022-02', '30')], 0],
    ['days of narrower scope', [month('2022-02', '99'), ...february(() => ({ scope: '市本级' }))], 0],
    ['a stock', [month('2022-02', '99', { indicator: 'stock' }), ...february(() => ({ indicator: 'stock' }))], 0]
  ])('%s', (_name, observations, findings) => {
    expect(check(observations)).toHaveLength(findings)
  })

  it('names the day that is not there', () => {
    expect(check([month('2022-02', '28'), ...february((day) => (day === '2022-02-14' ? null : {}))])).toEqual([
      expect.stringContaining('逐日数据缺 2022-02-14')
    ])
  })
})
