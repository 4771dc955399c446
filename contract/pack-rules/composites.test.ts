import { describe, expect, it } from 'vitest'
import type { Composite, CompositeInput, Indicator } from '#contract/indicator.ts'
import { checkPack } from '#contract/pack-rules.ts'
import { madeUpPack, told } from '#tests/support/made-up-pack.ts'
import { must } from '#tests/support/panel-data.ts'

const { document } = madeUpPack(3, [])
const score = must(document.indicators.find(({ composite }) => composite !== undefined))
const inputs = must(score.composite).inputs

const check = (indicators: readonly Indicator[], observations: readonly ReturnType<typeof told>[] = []): string[] =>
  checkPack({ document: { ...document, indicators: [...indicators] }, observations }).map(({ path, rule }) => `${path} ${rule}`)
const others = document.indicators.filter(({ composite }) => composite === undefined)
const made = (composite: Partial<Composite>): Indicator[] => [...others, { ...score, composite: { inputs, maxMissing: 1, ...composite } }]
const first = (change: Partial<CompositeInput>): Indicator[] => made({ inputs: inputs.map((input, index) => (index === 0 ? { ...input, ...change } : input)) })
const changeOf = (id: string, from = document.indicators): Indicator[] => [...from, { ...score, id: 'more', composite: undefined, changeOf: id }]

describe('a published method', () => {
  it('is sound in the made-up pack, with every scale', () => {
    expect(check(document.indicators)).toEqual([])
    expect(check(first({ direction: 'down', normalisation: { method: 'target', target: '0.5', cap: '120' } }))).toEqual([])
    expect(check(first({ direction: 'down', normalisation: { method: 'range', low: '-1', high: '0', cap: '100' } }))).toEqual([])
  })

  it.each<[string, Indicator[], string]>([
    ['weights that do not add up', first({ weight: '59.9' }), 'composite.inputs 权重之和须为 100：59.9＋40'],
    ['a weight of nothing', first({ weight: '0' }), 'composite.inputs[work].weight 权重须大于 0：0'],
    ['an input twice', first({ indicator: 'care' }), 'composite.inputs[care] 分项重复'],
    ['an unknown input', first({ indicator: 'gone' }), 'composite.inputs[gone] 没有这个分项指标 gone'],
    ['itself', first({ indicator: 'score' }), 'composite.inputs[score] 没有这个分项指标 score'],
    ['a target of nothing', first({ normalisation: { method: 'target', target: '0', cap: '100' } }), 'inputs[work].normalisation.target 目标值须大于 0：0'],
    [
      'a target below nothing',
      first({ normalisation: { method: 'target', target: '-5', cap: '100' } }),
      'inputs[work].normalisation.target 目标值须大于 0：-5'
    ],
    ['a cap of nothing', first({ normalisation: { method: 'target', target: '5', cap: '0' } }), 'inputs[work].normalisation.cap 封顶分须大于 0：0'],
    [
      'a range upside down',
      first({ normalisation: { method: 'range', low: '9', high: '5', cap: '100' } }),
      'inputs[work].normalisation.low 下限须小于上限：9，5'
    ],
    ['a range of one point', first({ normalisation: { method: 'range', low: '5', high: '5.0', cap: '100' } }), 'inputs[work].normalisation.low 下限须小于上限'],
    ['less is better, but of what', first({ direction: 'down' }), 'composite.inputs[work].direction 越低越好的分项须写明折算办法'],
    ['a score of nothing at all', made({ maxMissing: 2 }), 'composite.maxMissing 可缺的项数须少于分项数：2，分项 2 个'],
    [
      'a score of scores',
      [...document.indicators, { ...score, id: 'top', composite: { inputs: [{ indicator: 'score', weight: '100' }], maxMissing: 0 } }],
      'indicators[top].composite.inputs[score] 分项须是填报的指标'
    ],
    ['a score of changes', [...changeOf('score', first({ indicator: 'more' }))], 'composite.inputs[more] 分项须是填报的指标']
  ])('is not %s', (_name, indicators, finding) => {
    expect(check(indicators)).toContainEqual(expect.stringContaining(finding))
  })
})

describe('a change', () => {
  it.each(['score', 'work'])('may be of %s', (id) => {
    expect(check(changeOf(id))).toEqual([])
  })

  it('is of a score or of an input of exactly one', () => {
    const finding = 'indicators[more].changeOf 须是一个综合得分，或恰好一个综合得分的分项：'
    expect(check(changeOf('served'))).toEqual([`${finding}served`])
    const twice = [...document.indicators, { ...score, id: 'other' }]
    expect(check(changeOf('work', twice))).toEqual([`${finding}work`])
  })

  it('is no score itself', () => {
    expect(check(document.indicators.map((one) => (one.id === 'score' ? { ...one, changeOf: 'work' } : one)))).toEqual([
      'indicators[score].changeOf 综合得分不能同时是增减'
    ])
  })
})

describe('what is reckoned', () => {
  it.each(['score', 'more'])('%s is never stored', (id) => {
    const figure = told(0, { indicator: id, freq: 'M', timePeriod: '2022-10' })
    expect(check(changeOf('score'), [figure])).toEqual([`observations[100001|${id}|全县|2022-10|].indicator ${id} 由系统按公开办法计算，不能填报`])
  })
})
