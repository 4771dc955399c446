import { describe, expect, it } from 'vitest'
import type { Observation } from '#contract/observation.ts'
import type { Region } from '#contract/region.ts'
import type { WallInterrupt, WallRule } from '#contract/wall.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { partial } from '#mocks/fixtures/partial.ts'
import { stale } from '#mocks/fixtures/stale.ts'
import { indicator } from '#tests/support/town-pack.ts'
import { dueInterrupt, ruleReason, type RuleContext } from '#view/wall-rules.ts'

const area = (code: string, name: string): Region => ({ code, name, level: 'county', wholeScope: '全域', parent: '100000' })
const city: Region = { code: '100000', name: '某市', level: 'city', wholeScope: '全域' }
const counties = ['甲县', '乙县', '丙县', '丁县', '戊县'].map((name, index) => area(`10000${index + 1}`, name))
const monthly = indicator('served', { name: '办件', freq: 'M', calendar: { freq: 'M', dueDay: 10 } })
const rate = indicator('rate', { name: '满意度', unitMeasure: '%', aggregation: 'none' })
const money = indicator('money', { name: '投资', unitMeasure: '元' })

const told = (refArea: string, timePeriod: string, more: Partial<Observation> = {}): Observation => ({
  indicator: 'served',
  refArea,
  scope: '全域',
  timePeriod,
  freq: 'M',
  obsValue: '1',
  bound: 'exact',
  scale: 1,
  obsStatus: 'A',
  origin: 'reported',
  source: 'paper',
  release: 1,
  ...more
})
const context = (observations: readonly Observation[], now = '2022-11-05T00:00:00Z'): RuleContext => ({
  observations,
  indicators: [monthly, rate, money],
  regions: [city, ...counties],
  root: '100000',
  now: Date.parse(now),
  timeZone: 'UTC'
})
const none = { obsValue: null, obsStatus: 'O' as const }

describe('an area that has not reported', () => {
  const rule: WallRule = { kind: 'missing', indicator: 'served' }
  const from = (...codes: number[]) => codes.map((code) => told(`10000${code}`, '2022-10'))

  it.each<[string, readonly Observation[], string | null]>([
    ['all have', from(1, 2, 3, 4, 5), null],
    ['nobody ever has', [], null],
    ['one is absent', from(1, 3, 4, 5), '乙县 2022-10 办件未报送'],
    ['one says that it has none', [...from(1, 3, 4, 5), told('100002', '2022-10', none)], '乙县 2022-10 办件未报送'],
    ['one cannot have any', [...from(1, 3, 4, 5), told('100002', '2022-10', { ...none, obsStatus: 'M' })], '乙县 2022-10 办件未报送'],
    ['one is suppressed', [...from(1, 3, 4, 5), told('100002', '2022-10', { ...none, obsStatus: 'Q' })], null],
    ['three are absent', from(2, 5), '甲县、丙县、丁县 2022-10 办件未报送'],
    ['four are absent', from(2), '甲县等 4 地 2022-10 办件未报送'],
    ['one has an older month', [...from(1, 3, 4, 5), told('100002', '2022-09')], '乙县 2022-10 办件未报送'],
    ['one has a year', [...from(1, 3, 4, 5), told('100002', '2022', { freq: 'A' })], '乙县 2022-10 办件未报送'],
    ['one has a village', [...from(1, 3, 4, 5), told('100002', '2022-10', { scope: '某村' })], '乙县 2022-10 办件未报送'],
    ['one has a part', [...from(1, 3, 4, 5), told('100002', '2022-10', { breakdown: { channel: 'app' } })], '乙县 2022-10 办件未报送'],
    ['one has another figure', [...from(1, 3, 4, 5), told('100002', '2022-10', { indicator: 'rate' })], '乙县 2022-10 办件未报送'],
    ['the city is ahead', [...from(1, 2, 3, 4, 5), told('100000', '2022-11')], null],
    ['one has a forecast', [...from(1, 2, 3, 4, 5), told('100002', '2022-12', { obsStatus: 'F' })], null],
    ['figures are made up', from(1, 3, 4, 5).map((o) => ({ ...o, origin: 'demo' as const })), '乙县 2022-10 办件未报送（演示）']
  ])('%s', (_name, observations, reason) => {
    expect(ruleReason(rule, context(observations))).toBe(reason)
  })

  it('is found in the frequency that the rule names', () => {
    const totals = [1, 3, 4, 5].map((code) => told(`10000${code}`, '../2022-10', { freq: '_Z' }))
    expect(ruleReason(rule, context(totals))).toBeNull()
    expect(ruleReason({ ...rule, freq: '_Z' }, context(totals))).toBe('乙县 截至2022年10月 办件未报送')
  })

  it('is found in the fixture in which 开化 has not reported', () => {
    const services: WallRule = { kind: 'missing', indicator: 'xxt.services', freq: 'M' }
    const of = ({ document, observations }: ReturnType<typeof normal>): RuleContext => ({
      ...context(observations),
      indicators: document.indicators,
      regions: document.regions,
      root: document.info.root
    })
    expect(ruleReason(services, of(normal()))).toBeNull()
    expect(ruleReason(services, of(partial()))).toBe('开化县 2022-10 办理服务事项未报送（演示）')
  })
})

describe('a figure that is overdue', () => {
  const rule: WallRule = { kind: 'overdue', indicator: 'served' }

  it.each([
    ['2022-11-10T23:59:59Z', null],
    ['2022-11-22T12:00:00Z', '办件 晚于约定 12 天']
  ])('at %s: %s', (now, reason) => {
    expect(ruleReason(rule, context([told('100000', '2022-09')], now))).toBe(reason)
  })

  it('needs a calendar', () => {
    expect(ruleReason({ kind: 'overdue', indicator: 'rate' }, context([told('100000', '2000', { indicator: 'rate' })]))).toBeNull()
  })

  it('is found in the stale fixture', () => {
    const { document, observations } = stale()
    const found = { ...context(observations, '2022-11-20T00:00:00Z'), indicators: document.indicators, regions: document.regions, root: document.info.root }
    expect(ruleReason({ kind: 'overdue', indicator: 'xxt.services' }, found)).toBe('办理服务事项 晚于约定 10 天')
  })
})

describe('a figure past its limit', () => {
  const value = (obsValue: string, more: Partial<Observation> = {}) => told('100000', '../2022-10', { indicator: 'rate', freq: '_Z', obsValue, ...more })
  const limit = (more: Partial<Extract<WallRule, { kind: 'threshold' }>>): WallRule => ({ kind: 'threshold', indicator: 'rate', area: 'root', ...more })

  it.each<[string, WallRule, readonly Observation[], string | null]>([
    ['below', limit({ below: '98.5' }), [value('98.1')], '满意度 98.1%（截至2022年10月）低于 98.5%'],
    ['above', limit({ above: '98.05' }), [value('98.1')], '满意度 98.1%（截至2022年10月）高于 98.05%'],
    ['at the limit', limit({ above: '98.50', below: '98.5' }), [value('98.5')], null],
    ['within two', limit({ above: '99', below: '98' }), [value('98.5')], null],
    ['outside two', limit({ above: '99', below: '98' }), [value('97')], '满意度 97%（截至2022年10月）低于 98%'],
    [
      'exactly, beyond floats',
      limit({ above: '9007199254740992' }),
      [value('9007199254740993')],
      '满意度 9007199254740993%（截至2022年10月）高于 9007199254740992%'
    ],
    ['by the newest', limit({ below: '98.5' }), [value('99'), value('98', { timePeriod: '../2022-09' })], null],
    [
      'by the newest value',
      limit({ below: '98.5' }),
      [value('98'), { ...value('0', none), timePeriod: '../2022-11' }],
      '满意度 98%（截至2022年10月）低于 98.5%'
    ],
    ['not by a forecast', limit({ below: '98.5' }), [value('98', { obsStatus: 'F' })], null],
    ['not by a part', limit({ below: '98.5' }), [value('98', { breakdown: { channel: 'app' } })], null],
    ['not by a code', limit({ below: '98.5' }), [value('done')], null],
    ['of a county', limit({ area: '100002', below: '98.5' }), [value('90', { refArea: '100002' }), value('99')], '乙县 满意度 90%（截至2022年10月）低于 98.5%'],
    ['of a county that is gone', limit({ area: '999999', below: '98.5' }), [value('90')], null],
    ['made up', limit({ below: '98.5' }), [value('90', { origin: 'demo' })], '满意度 90%（截至2022年10月，演示）低于 98.5%'],
    ['of an indicator that is gone', limit({ indicator: 'gone', below: '98.5' }), [value('90')], null]
  ])('%s', (_name, rule, observations, reason) => {
    expect(ruleReason(rule, context(observations))).toBe(reason)
  })

  it.each<[string, Partial<Extract<WallRule, { kind: 'threshold' }>>, Partial<Observation>, string | null]>([
    [
      'with its word',
      { below: '53000000000' },
      { obsValue: '52600000000', scale: 1e8, bound: 'over', qualifier: { word: '多', place: 'afterNumber' } },
      '投资 526多亿元（截至2022年10月）低于 530亿元'
    ],
    [
      'as a range',
      { above: '14000' },
      { obsValue: '15000', obsValueHigh: '20000', scale: 1e4, bound: 'range' },
      '投资 1.5万至2万元（截至2022年10月）高于 1.4万元'
    ],
    ['as a range around it', { above: '16000', below: '16000' }, { obsValue: '15000', obsValueHigh: '20000', scale: 1e4, bound: 'range' }, null],
    ['as a magnitude', { above: '1' }, { obsValue: '10000000', scale: 1e7, bound: 'magnitude', qualifier: { word: '上', place: 'beforeNumber' } }, null]
  ])('is told %s', (_name, more, figure, reason) => {
    expect(ruleReason(limit({ indicator: 'money', ...more }), context([value('1', { indicator: 'money', ...figure })]))).toBe(reason)
  })
})

describe('the interrupt that is due', () => {
  const interrupt = (id: string, everyMinutes?: number): WallInterrupt => ({ id, scene: 'one', everyMinutes, rule: { kind: 'missing', indicator: 'served' } })
  const interrupts = [interrupt('a'), interrupt('b', 1)]
  const minute = 60_000
  const due = (holding: string[], shown: [string, number][], now: number) =>
    dueInterrupt({ interrupts, reasons: new Map(holding.map((id) => [id, 'why'])), lastShown: new Map(shown), now })?.id ?? null

  it.each<[string, string[], [string, number][], number, string | null]>([
    ['none holds', [], [], 0, null],
    ['the first of two', ['b', 'a'], [], 0, 'a'],
    ['the other while the first rests', ['a', 'b'], [['a', 0]], minute, 'b'],
    [
      'none while both rest',
      ['a', 'b'],
      [
        ['a', 0],
        ['b', 0]
      ],
      minute - 1,
      null
    ],
    ['ten minutes unless it says so', ['a'], [['a', 0]], 10 * minute - 1, null],
    ['again after ten minutes', ['a'], [['a', 0]], 10 * minute, 'a'],
    ['again as often as it says', ['b'], [['b', 0]], minute, 'b'],
    ['again when the clock was put back', ['a'], [['a', 100 * minute]], 0, 'a'],
    ['not what was shown once and no longer holds', [], [['a', 0]], 100 * minute, null]
  ])('%s', (_name, holding, shown, now, id) => {
    expect(due(holding, shown, now)).toBe(id)
  })
})
