import { describe, expect, it } from 'vitest'
import { check, county, indicator, info, observation, indicators } from '#tests/support/town-pack.ts'

describe('codes as values', () => {
  const lists = { info: { ...info, codeLists: [...info.codeLists, { dimension: 'state', codes: [{ code: 'going', name: '推进中' }] }] } }
  const state = indicator('state', { aggregation: 'none', accumulation: 'point', valueList: 'state' })
  const pack = (more: object = {}): object => ({ ...lists, indicators: [...indicators, state], ...more })
  it.each<[string, object, string[]]>([
    ['a code of the list', { obsValue: 'going' }, []],
    ['none, not reported', { obsValue: null, obsStatus: 'O' }, []],
    ['another code', { obsValue: 'gone' }, ['代码表 state 里没有 gone']],
    ['a number', { obsValue: '1' }, ['代码表 state 里没有 1']],
    ['a code in 万', { obsValue: 'going', scale: 10_000 }, ['scale 须为 1']],
    ['a code where a number must be', { indicator: 'served', obsValue: 'going' }, ['须为十进制数字，不能是代码 going']],
    ['a code for a share', { indicator: 'rate', obsValue: 'going' }, ['须为十进制数字']],
    ['a code as the low end of a range', { indicator: 'served', obsValue: 'going', bound: 'range', obsValueHigh: '3' }, ['须为十进制数字']]
  ])('%s', (_name, more, findings) => {
    expect(check([observation({ indicator: 'state', ...more })], pack())).toEqual(findings.map((finding) => expect.stringContaining(finding)))
  })

  it('a code among numbers leaves the sums unknown', () => {
    const found = check([observation({ obsValue: 'going' }), county('100001', 'going'), county('100002', '20')], pack())
    expect(found).toHaveLength(2)
  })

  it.each<[string, object, string]>([
    ['a list that is not there', { info }, 'indicators[state].valueList 没有 state 的代码表'],
    ['codes that are added up', { indicators: [...indicators, { ...state, aggregation: 'sum' }] }, 'indicators[state].aggregation'],
    [
      'codes in a score',
      {
        indicators: [
          ...indicators,
          state,
          indicator('score', { aggregation: 'none', composite: { inputs: [{ indicator: 'state', weight: '100' }], maxMissing: 0 } })
        ]
      },
      'indicators[state].valueList 值为代码，不能是 score 的分项'
    ],
    ['a list that splits codes', { info: { ...info, codeLists: [...lists.info.codeLists, { dimension: 'a', splits: ['state'], codes: [] }] } }, 'splits[state]']
  ])('%s', (_name, more, finding) => {
    expect(check([], pack(more)).filter((line) => line.includes(finding))).toHaveLength(1)
  })
})
