import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compositeScore } from '#charts/composite.ts'
import type { Composite } from '#contract/indicator.ts'
import type { Observation } from '#contract/observation.ts'
import { normal } from '#mocks/fixtures/normal.ts'
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
const score = (a: string | null, b: string | null, c: string | null) => compositeScore(league, [input('a', a), input('b', b), input('c', c)], 1)

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
    expect(compositeScore(league, [input('a', '90'), input('b', '80')], 1)).toEqual({ value: '85.6', reweighted: true })
  })

  it('has no score with more than that missing, and none without inputs', () => {
    expect(score('90', null, null)).toEqual({ value: null, reweighted: false })
    expect(score(null, null, null)).toEqual({ value: null, reweighted: false })
    expect(compositeScore({ ...league, maxMissing: 9 }, [], 1)).toEqual({ value: null, reweighted: false })
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

  it('agrees with integers for each county and month of the default pack', () => {
    const { document, observations } = normal()
    const indicator = must(document.indicators.find(({ id }) => id === 'ls.score'))
    const composite = must(indicator.composite)
    const own = observations.filter((o) => composite.inputs.some((part) => part.indicator === o.indicator))
    const names = [...new Set(own.map((o) => `${o.refArea} ${o.timePeriod}`))]
    const results = names.map((name) => {
      const inputs = own.filter((o) => `${o.refArea} ${o.timePeriod}` === name)
      const parts = inputs.flatMap(({ indicator: id, obsValue }) => {
        const [whole = '', tenth = '0'] = (obsValue ?? '').split('.')
        return obsValue === null ? [] : [{ tenths: BigInt(whole + tenth), weight: BigInt(must(composite.inputs.find((part) => part.indicator === id)).weight) }]
      })
      return [name, compositeScore(composite, inputs, indicator.decimals).value, parts.length < 4 ? null : byIntegers(parts)] as const
    })
    expect(results).toHaveLength(72)
    expect(results.filter(([, value, expected]) => value !== expected)).toEqual([])
    expect(results.filter(([, value]) => value === null).map(([name]) => name)).toEqual(['330822 2022-03'])
  })
})
