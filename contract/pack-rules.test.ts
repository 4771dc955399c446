import { describe, expect, it } from 'vitest'
import type { ObservationInput } from '#contract/observation.ts'
import { area, check, county, indicator, month, observation, panel, region, scene, indicators, info, regions } from '#tests/support/town-pack.ts'

describe('a sound pack', () => {
  it('has no findings', () => {
    expect(check([observation(), county('100001', '10'), county('100002', '20')])).toEqual([])
  })
})

describe('references', () => {
  const composite = (inputs: object[]) => ({ indicators: [...indicators, indicator('score', { aggregation: 'none', composite: { inputs, maxMissing: 0 } })] })
  const withPanel = (more: object) => ({ scenes: [scene({ panels: [{ ...panel, ...more }] })] })
  it.each<[string, object, string]>([
    ['root', { info: { ...info, root: '999999' } }, 'info.root 没有这个地区'],
    ['programme theme', { info: { ...info, programmes: [{ theme: 'gone', name: '举措' }] } }, 'info.programmes[举措].theme 没有这个主题 gone'],
    ['indicator theme', { indicators: [indicator('served', { theme: 'gone' })] }, 'indicators[served].theme 没有这个主题 gone'],
    ['scene without a file', { info: { ...info, scenes: ['one', 'two'] } }, 'info.scenes[two]'],
    ['scene that is not listed', { scenes: [scene(), scene({ id: 'two' })] }, 'scenes[two] 场景没有列在'],
    ['region parent', { regions: [...regions, region('200001', '全县', '200000')] }, 'regions[200001].parent 没有上级地区 200000'],
    ['region circle', { regions: [...regions, region('200000', '全县', '200000')] }, 'regions[200000].parent 上级地区绕回了自己'],
    ['region twice', { regions: [...regions, region('100002', '全县', '100000')] }, 'regions[100002] 地区代码重复'],
    ['indicator twice', { indicators: [...indicators, indicator('rate')] }, 'indicators[rate] 指标编号重复'],
    ['boundary', { boundaries: { type: 'FeatureCollection', features: [area('100001')] } }, 'boundaries[100002]'],
    ['composite input', composite([{ indicator: 'gone', weight: '100' }]), 'indicators[score].composite.inputs[gone]'],
    [
      'composite weights',
      composite([
        { indicator: 'served', weight: '60' },
        { indicator: 'rate', weight: '39.9' }
      ]),
      '权重之和须为 100：60＋39.9'
    ],
    ['composite of itself', composite([{ indicator: 'score', weight: '100' }]), 'indicators[score].composite.inputs[score]'],
    ['mean without weights', { indicators: [...indicators, indicator('mean', { aggregation: 'weightedMean' })] }, 'indicators[mean].weightedBy'],
    ['need indicator', withPanel({ needs: [{ indicator: 'gone', area: 'root', freq: 'M' }] }), 'scenes[one].panels[kpi].needs[0].indicator 没有这个指标 gone'],
    ['need area', withPanel({ needs: [{ indicator: 'served', area: '999999', freq: 'M' }] }), 'scenes[one].panels[kpi].needs[0].area'],
    ['stand-in', withPanel({ standsInFor: 'gone' }), 'scenes[one].panels[kpi].standsInFor'],
    ['stand-in for itself', withPanel({ standsInFor: 'kpi' }), 'scenes[one].panels[kpi].standsInFor'],
    ['panel twice', { scenes: [scene({ panels: [panel, panel] })] }, 'scenes[one].panels[kpi] 面板编号重复']
  ])('%s', (_name, more, finding) => {
    expect(check([], more).some((line) => line.includes(finding))).toBe(true)
  })

  it.each<[string, object, string]>([
    ['indicator', { indicator: 'gone' }, 'indicator 没有这个指标 gone'],
    ['refArea', { refArea: '999999' }, 'refArea 没有这个地区 999999'],
    ['source', { source: 'gone' }, 'source 没有这个来源 gone'],
    ['dimension', { breakdown: { channel: 'done' } }, 'breakdown.channel 没有 channel 的代码表'],
    ['code', { breakdown: { stage: 'gone' } }, 'breakdown.stage 代码表里没有 gone'],
    ['demo without its source', { origin: 'demo' }, 'origin 演示数据'],
    ['published with the demo source', { origin: 'published', source: 'demo' }, 'origin 演示数据']
  ])('an observation: %s', (_name, more, finding) => {
    const [line = ''] = check([observation(more)])
    expect(line).toMatch(/^observations\[/)
    expect(line).toContain(finding)
  })
})

describe('values', () => {
  it.each<[string, object, number]>([
    ['a missing value', { obsValue: null, obsStatus: 'O' }, 0],
    ['a value with status O', { obsStatus: 'O' }, 1],
    ['no value with status A', { obsValue: null }, 1],
    ['a suppressed value that is there', { obsStatus: 'Q' }, 1],
    ['a range', { bound: 'range', obsValueHigh: '40' }, 0],
    ['a range without its high', { bound: 'range' }, 1],
    ['a range upside down', { bound: 'range', obsValueHigh: '20' }, 1],
    ['a range of one point', { bound: 'range', obsValueHigh: '30.0' }, 1],
    ['a high without a range', { obsValueHigh: '40' }, 1],
    ['over with its word', { bound: 'over', qualifier: { word: '余', place: 'afterScale' } }, 0],
    ['over without its word', { bound: 'over' }, 1],
    ['nearly without its word', { bound: 'nearly' }, 1],
    ['exact with a word', { qualifier: { word: '超', place: 'beforeNumber' } }, 1],
    ['a magnitude', { bound: 'magnitude', scale: 10_000_000, qualifier: { word: '上', place: 'beforeNumber' } }, 0],
    ['a magnitude of ones', { bound: 'magnitude', qualifier: { word: '上', place: 'beforeNumber' } }, 1],
    ['ten millions without a magnitude', { scale: 10_000_000 }, 1],
    ['a month of a series', { freq: 'M', timePeriod: '2022-10' }, 0],
    ['a total as a month of a series', { freq: 'M', timePeriod: '../2022-10' }, 1],
    ['a rate over 100', { indicator: 'rate', obsValue: '101' }, 1],
    ['a rate below 0', { indicator: 'rate', obsValue: '-1' }, 1],
    ['a rate', { indicator: 'rate', obsValue: '99.5' }, 0]
  ])('%s', (_name, more, findings) => {
    expect(check([observation(more)])).toHaveLength(findings)
  })

  it('a key that stands twice', () => {
    expect(check([observation(), observation({ obsValue: '31' })])).toEqual([
      'observations[100000|served|全市|../2022-10|] 同一指标、地区、范围、时期与分组出现了两次'
    ])
  })
})

describe('sums over areas', () => {
  it.each<[string, ObservationInput[], number]>([
    ['exact and wrong', [observation(), county('100001', '10'), county('100002', '21')], 1],
    ['over and inside', [observation({ bound: 'over', qualifier: { word: '余', place: 'afterScale' } }), county('100001', '10'), county('100002', '29.9')], 0],
    ['over and too many', [observation({ bound: 'over', qualifier: { word: '余', place: 'afterScale' } }), county('100001', '10'), county('100002', '30')], 1],
    [
      'months',
      [month('2022-10', '5'), county('100001', '2', { freq: 'M', timePeriod: '2022-10' }), county('100002', '2', { freq: 'M', timePeriod: '2022-10' })],
      1
    ],
    ['a county that did not report', [observation(), county('100001', '10'), county('100002', null)], 0],
    ['a county that is not there', [observation(), county('100001', '10')], 0],
    ['another period', [observation(), county('100001', '1', { timePeriod: '../2022-09' }), county('100002', '1', { timePeriod: '../2022-09' })], 0],
    ['rates', [observation({ indicator: 'rate' }), county('100001', '30', { indicator: 'rate' }), county('100002', '30', { indicator: 'rate' })], 0],
    ['a village beside its county', [observation(), county('100001', '10'), county('100002', '20'), county('100002', '999', { scope: '某村' })], 0],
    ['villages only', [observation(), county('100001', '1', { scope: '某村' }), county('100002', '1', { scope: '某村' })], 0],
    ['a root figure of narrower scope', [observation({ scope: '市本级' }), county('100001', '1'), county('100002', '1')], 0],
    [
      'members of an association',
      [observation({ scope: '协会成员' }), county('100001', '10', { scope: '协会成员' }), county('100002', '21', { scope: '协会成员' })],
      1
    ],
    [
      'members beside whole areas',
      [
        observation({ scope: '协会成员', obsValue: '3' }),
        observation(),
        county('100001', '10'),
        county('100002', '20'),
        county('100001', '9', { scope: '协会成员' })
      ],
      0
    ],
    ['a forecast', [observation({ obsStatus: 'F' }), county('100001', '1'), county('100002', '1')], 0]
  ])('%s', (_name, observations, findings) => {
    const lines = check(observations)
    expect(lines.filter((line) => line.includes('各地相加与合计不合'))).toHaveLength(findings)
    expect(lines).toHaveLength(findings)
  })
})

describe('sums over months', () => {
  const opening = observation({ timePeriod: '../2022-08', obsValue: '10' })
  it.each<[string, ObservationInput[], number]>([
    ['opening and months', [observation(), opening, month('2022-09', '12'), month('2022-10', '8')], 0],
    ['one off', [observation(), opening, month('2022-09', '12'), month('2022-10', '9')], 1],
    ['the opening forgotten', [observation(), month('2022-09', '12'), month('2022-10', '8')], 1],
    ['a start that is stated', [observation({ timePeriod: '2022-09/2022-10' }), month('2022-08', '99'), month('2022-09', '12'), month('2022-10', '18')], 0],
    ['a month that was not reported', [observation(), opening, month('2022-09', null), month('2022-10', '8')], 0],
    ['months after the total', [observation(), opening, month('2022-09', '12'), month('2022-10', '8'), month('2022-11', '99')], 0],
    ['a county with months', [county('100001', '5'), county('100001', '4', { freq: 'M', timePeriod: '2022-10' })], 1],
    ['months of narrower scope', [observation(), month('2022-10', '8', { scope: '市本级' })], 0],
    ['a stock', [observation({ indicator: 'stock' }), month('2022-09', '29', { indicator: 'stock' }), month('2022-10', '30', { indicator: 'stock' })], 0],
    ['rates', [observation({ indicator: 'rate' }), month('2022-10', '29', { indicator: 'rate' })], 0]
  ])('%s', (_name, observations, findings) => {
    expect(check(observations)).toHaveLength(findings)
  })

  it('names the month that is not there', () => {
    expect(check([observation(), month('2022-08', '10'), month('2022-10', '20')])).toEqual([expect.stringContaining('逐月数据缺 2022-09')])
  })
})

describe('a total that says why it stays open', () => {
  const open = { sumNote: '跨县的只计一次' }
  it.each<[string, ObservationInput[]]>([
    ['areas', [observation(open), county('100001', '10'), county('100002', '21')]],
    ['months', [observation(open), month('2022-10', '31')]]
  ])('%s', (_name, observations) => {
    expect(check(observations)).toEqual([])
  })

  it('excuses no other total', () => {
    expect(check([observation(), county('100001', '10', open), county('100002', '21')])).toHaveLength(1)
  })
})

describe('persons', () => {
  it.each(['person', 'name', 'phone', 'idCard', 'religion', 'faith', 'ethnicity', 'personId', 'Faith'])('no breakdown by %s', (dimension) => {
    const lists = { info: { ...info, codeLists: [{ dimension, codes: [{ code: 'a', name: '甲' }] }] } }
    expect(check([observation({ breakdown: { [dimension]: 'a' } })], lists).filter((line) => line.includes('只存汇总数'))).toHaveLength(2)
  })

  it('leaves other dimensions alone', () => {
    expect(check([observation({ breakdown: { stage: 'done' } })])).toEqual([])
  })
})
