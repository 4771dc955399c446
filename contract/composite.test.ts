import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compositeScore, pointsOf, ranksOf } from '#contract/composite.ts'
import type { Composite, CompositeInput } from '#contract/indicator.ts'
import type { Observation } from '#contract/observation.ts'
import { must } from '#tests/support/panel-data.ts'

const input = (indicator: string, obsValue: string | null): Observation => ({
  indicator,
  obsValue,
  refArea: '100001',
  scope: '全县',
  timePeriod: '2022-10',
  freq: 'M',
  bound: 'exact',
  scale: 1,
  obsStatus: obsValue === null ? 'O' : 'A',
  origin: 'reported',
  source: 'paper',
  release: 1
})

const league: Composite = {
  inputs: [
    { indicator: 'a', weight: '50' },
    { indicator: 'b', weight: '40' },
    { indicator: 'c', weight: '10' }
  ],
  maxMissing: 1
}
const resultOf = (composite: Composite, observations: readonly Observation[], decimals = 1) => {
  const { value, reweighted } = compositeScore(composite, observations, decimals)
  return { value, reweighted }
}
const score = (a: string | null, b: string | null, c: string | null) => resultOf(league, [input('a', a), input('b', b), input('c', c)])

/** Tenths of a score as integers: sum(value * weight) / sum(weight), half up. */
function byIntegers(parts: readonly { readonly tenths: bigint; readonly weight: bigint }[]): string {
  const [points, weights] = parts.reduce(([p, w], { tenths, weight }) => [p + tenths * weight, w + weight], [0n, 0n])
  const rounded = (2n * points + weights) / (2n * weights)
  return `${rounded / 10n}.${rounded % 10n}`
}

describe('compositeScore', () => {
  it('weighs the inputs', () => {
    expect(score('90', '80', '70')).toEqual({ value: '84.0', reweighted: false })
  })

  it('spreads the weight of one missing input over the others', () => {
    expect(score('90', '80', null)).toEqual({ value: '85.6', reweighted: true })
    expect(resultOf(league, [input('a', '90'), input('b', '80')])).toEqual({ value: '85.6', reweighted: true })
  })

  it('has no score with more than that missing, and none without inputs', () => {
    expect(score('90', null, null)).toEqual({ value: null, reweighted: false })
    expect(score(null, null, null)).toEqual({ value: null, reweighted: false })
    expect(resultOf({ ...league, maxMissing: 9 }, [])).toEqual({ value: null, reweighted: false })
  })

  it('takes zero for a value', () => {
    expect(score('0', '0', '0')).toEqual({ value: '0.0', reweighted: false })
  })

  it('agrees with integers to the digit', () => {
    const points = fc.option(fc.integer({ min: 0, max: 1000 }))
    fc.assert(
      fc.property(points, points, points, (...points3) => {
        const weights = [50n, 40n, 10n]
        const parts = points3.flatMap((tenths, index) => (tenths === null ? [] : [{ tenths: BigInt(tenths), weight: must(weights[index]) }]))
        const [a, b, c] = points3.map((tenths) => (tenths === null ? null : `${Math.floor(tenths / 10)}.${tenths % 10}`))
        expect(score(a ?? null, b ?? null, c ?? null)).toEqual({ value: parts.length < 2 ? null : byIntegers(parts), reweighted: parts.length === 2 })
      })
    )
  })

  it('takes a forecast for what it is: not reached yet', () => {
    const forecast: Observation = { ...input('c', '70'), obsStatus: 'F' }
    expect(resultOf(league, [input('a', '90'), input('b', '80'), forecast])).toEqual({ value: '85.6', reweighted: true })
  })

  it('keeps each input beside its points', () => {
    const half: CompositeInput = { indicator: 'c', weight: '10', normalisation: { method: 'target', target: '200', cap: '100' } }
    const { value, parts } = compositeScore({ ...league, inputs: [...league.inputs.slice(0, 2), half] }, [input('a', '90'), input('c', '150')], 1)
    expect(value).toBe('87.5')
    expect(parts.map(({ points, weight, observation }) => [points, weight, observation?.obsValue])).toEqual([
      ['90.0', '50', '90'],
      [null, '40', undefined],
      ['75.0', '10', '150']
    ])
  })
})

const target = (target: string, more: Partial<CompositeInput> = {}): CompositeInput => ({
  indicator: 'a',
  weight: '100',
  normalisation: { method: 'target', target, cap: '100' },
  ...more
})
const range = (low: string, high: string, more: Partial<CompositeInput> = {}): CompositeInput => ({
  indicator: 'a',
  weight: '100',
  normalisation: { method: 'range', low, high, cap: '100' },
  ...more
})

describe('pointsOf', () => {
  it.each<[string, string, CompositeInput, string]>([
    ['points as they are, before the method was written out', '88.25', { indicator: 'a', weight: '100' }, '88.3'],
    ['the share of a target', '188', target('200'), '94.0'],
    ['a target of 100', '96.4', target('100'), '96.4'],
    ['a third, rounded as printed', '1', target('3'), '33.3'],
    ['more than the target', '240', target('200'), '100.0'],
    ['more than the target, under a higher cap', '300', target('200', { normalisation: { method: 'target', target: '200', cap: '120' } }), '120.0'],
    ['below nothing', '-5', target('200'), '0.0'],
    ['less is better: twice the target is half', '60', target('30', { direction: 'down' }), '50.0'],
    ['less is better: under the target', '20', target('30', { direction: 'down' }), '100.0'],
    ['less is better: nothing at all', '0', target('30', { direction: 'down' }), '100.0'],
    ['the place in a range', '75', range('60', '80'), '75.0'],
    ['under a range', '50', range('60', '80'), '0.0'],
    ['over a range', '90', range('60', '80'), '100.0'],
    ['the place in a range from its top', '65', range('60', '80', { direction: 'down' }), '75.0'],
    ['under a range, from its top', '5', range('60', '80', { direction: 'down' }), '100.0'],
    ['a range that begins below zero', '0', range('-1', '1'), '50.0']
  ])('%s: %s', (_name, value, part, points) => {
    expect(pointsOf(value, part, 1)).toBe(points)
  })
})

describe('ranksOf', () => {
  it('shares a rank among equals and skips the next; what has no value has no rank', () => {
    expect(ranksOf(['90.0', '95.0', null, '90.0', '70.0'])).toEqual([2, 1, null, 2, 4])
    expect(ranksOf([null, null])).toEqual([null, null])
    expect(ranksOf([])).toEqual([])
  })

  it('knows no difference that is not printed', () => {
    expect(ranksOf(['100.0', '100', '9'])).toEqual([1, 1, 3])
  })
})
