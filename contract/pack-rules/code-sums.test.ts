import { describe, expect, it } from 'vitest'
import type { ObservationInput } from '#contract/observation.ts'
import { checkPack } from '#contract/pack-rules.ts'
import { check, county, info, document, observation } from '#tests/support/town-pack.ts'

describe('sums over codes', () => {
  const codes = [
    { code: 'shop', name: '商会' },
    { code: 'home', name: '乡贤' }
  ]
  const lists = (more: object = {}): object => ({ info: { ...info, codeLists: [{ dimension: 'channel', splits: ['served'], codes, ...more }] } })
  const part = (code: string, obsValue: string | null, more: object = {}): ObservationInput =>
    observation({ breakdown: { channel: code }, obsValue, obsStatus: obsValue === null ? 'O' : 'A', ...more })
  it.each<[string, ObservationInput[], number]>([
    ['parts that close', [observation(), part('shop', '10'), part('home', '20')], 0],
    ['one off', [observation(), part('shop', '10'), part('home', '21')], 1],
    ['one off, and the total says why', [observation({ sumNote: '另有其他来源' }), part('shop', '10'), part('home', '21')], 0],
    ['over and inside', [observation({ bound: 'over', qualifier: { word: '余', place: 'afterScale' } }), part('shop', '10'), part('home', '29')], 0],
    ['a part that is not there', [observation(), part('shop', '10')], 0],
    ['a part that was not reported', [observation(), part('shop', '10'), part('home', null)], 0],
    ['another scope', [observation(), part('shop', '10', { scope: '市本级' }), part('home', '21', { scope: '市本级' })], 0],
    ['another period', [observation(), part('shop', '10', { timePeriod: '2021' }), part('home', '21', { timePeriod: '2021' })], 0],
    ['another indicator', [observation({ indicator: 'stock' }), part('shop', '1', { indicator: 'stock' }), part('home', '1', { indicator: 'stock' })], 0],
    ['a county', [county('100001', '5'), part('shop', '1', { refArea: '100001', scope: '全区' }), part('home', '1', { refArea: '100001', scope: '全区' })], 1],
    ['a forecast', [observation({ obsStatus: 'F' }), part('shop', '1'), part('home', '1')], 0]
  ])('%s', (_name, observations, findings) => {
    const lines = checkPack({ document: document(lists()), observations }).map(({ rule }) => rule)
    expect(lines.filter((line) => line.includes('按 channel 分项相加与合计不合'))).toHaveLength(findings)
    expect(lines).toHaveLength(findings)
  })

  it('does not hold the stages of a process against a total', () => {
    expect(check([observation(), part('shop', '10'), part('home', '21')], lists({ splits: undefined }))).toEqual([])
  })

  it.each<[string, object, string]>([
    ['an indicator that is not there', { splits: ['gone'] }, 'info.codeLists[channel].splits[gone] 没有取数值的指标 gone'],
    ['a code twice', { codes: [...codes, ...codes.slice(0, 1)] }, 'info.codeLists[channel].codes[shop] 代码重复']
  ])('%s', (_name, more, finding) => {
    expect(check([], lists(more))).toEqual([finding])
  })
})
