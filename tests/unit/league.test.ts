import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ranksOf } from '#contract/composite.ts'
import type { CompositeInput } from '#contract/indicator.ts'
import { scoresOf, type AreaScore } from '#contract/scores.ts'
import { childrenOf, type Snapshot } from '#contract/snapshot.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { madeUpPack, told } from '#tests/support/made-up-pack.ts'
import { must } from '#tests/support/panel-data.ts'

/*
 * The published method once more, with a pencil: whole numbers (BigInt) in place of the product's decimals, and no function of
 * the product in the reckoning.
 */
type Fraction = readonly [bigint, bigint]
const fraction = (text: string): Fraction => {
  const [whole = '', digits = ''] = text.split('.')
  return [BigInt(whole + digits), 10n ** BigInt(digits.length)]
}
/** Tenths of `a / b`, half up. */
const tenths = ([a, b]: Fraction): bigint => (20n * a + b) / (2n * b)
const over = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [100n * a * d, b * c]
const minus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d - c * b, b * d]

function pencilPoints(value: string, { direction, normalisation }: CompositeInput): bigint {
  if (normalisation === undefined) return tenths(fraction(value))
  const [v, down, cap] = [fraction(value), direction === 'down', tenths(fraction(normalisation.cap))]
  let points: bigint
  if (normalisation.method === 'target') {
    if (down && v[0] <= 0n) return cap
    points = tenths(down ? over(fraction(normalisation.target), v) : over(v, fraction(normalisation.target)))
  } else {
    const [low, high] = [fraction(normalisation.low), fraction(normalisation.high)]
    points = tenths(over(down ? minus(high, v) : minus(v, low), minus(high, low)))
  }
  return points < 0n ? 0n : points > cap ? cap : points
}

interface Told {
  readonly indicator: string
  readonly obsValue: string | null
}

function pencilScore(inputs: readonly CompositeInput[], maxMissing: number, values: readonly Told[]): bigint | null {
  let [sum, weights, missing] = [0n, 0n, 0]
  for (const input of inputs) {
    const value = values.find((one) => one.indicator === input.indicator)?.obsValue ?? null
    if (value === null) missing += 1
    else {
      sum += pencilPoints(value, input) * BigInt(input.weight)
      weights += BigInt(input.weight)
    }
  }
  return missing > maxMissing || weights === 0n ? null : (2n * sum + weights) / (2n * weights)
}

const pencilRanks = (scores: readonly (bigint | null)[]): (number | null)[] =>
  scores.map((own) => (own === null ? null : scores.filter((other) => other !== null && other > own).length + 1))
const printed = (score: bigint | null): string | null => (score === null ? null : `${score / 10n}.${score % 10n}`)

const leagueOf = ({ document, observations }: Snapshot, id: string): (readonly AreaScore[])[] =>
  scoresOf({ indicator: must(document.indicators.find((one) => one.id === id)), regions: childrenOf(document.regions, document.info.root), observations })

interface RawIndicator {
  readonly id: string
  readonly composite?: { readonly inputs: CompositeInput[]; readonly maxMissing: number }
}
interface RawObservation extends Told {
  readonly refArea: string
  readonly timePeriod: string
  readonly freq: string
}

describe('the league of the default pack', () => {
  const raw = (file: string) => JSON.parse(readFileSync(`packs/quzhou/${file}`, 'utf8'))
  const indicators: readonly RawIndicator[] = raw('indicators.json')
  const { inputs, maxMissing } = must(indicators.find(({ id }) => id === 'ls.score')?.composite)
  const demo: readonly RawObservation[] = raw('demo.json')
  const values = demo.filter(({ indicator, freq }) => freq === 'M' && inputs.some((one) => one.indicator === indicator))
  const counties = ['330802', '330803', '330822', '330824', '330825', '330881']
  const months = [...new Set(values.map(({ timePeriod }) => timePeriod))].toSorted()
  const pencil = months.map((month) =>
    counties.map((county) =>
      pencilScore(
        inputs,
        maxMissing,
        values.filter(({ refArea, timePeriod }) => refArea === county && timePeriod === month)
      )
    )
  )
  const league = leagueOf(normal(), 'ls.score')

  it('has the scores of the published method, all of them', () => {
    expect(months).toHaveLength(12)
    expect(league.map((scores) => scores.map(({ period, region, value }) => [period, region.code, value]))).toEqual(
      pencil.map((scores, month) => scores.map((score, county) => [months[month], counties[county], printed(score)]))
    )
  })

  it('has the ranks of the design, ties and the missing month included', () => {
    const ranks = league.map((scores) => ranksOf(scores.map(({ value }) => value)))
    expect(ranks).toEqual(pencil.map(pencilRanks))
    expect(ranks.map((row) => row.join(' '))).toEqual([
      '2 4 5 6 1 3',
      '3 4 5 6 1 2',
      '4 3 5 6 1 2',
      '4 3 6 5 2 1',
      '3 4  5 2 1',
      '3 4 6 5 2 1',
      '4 3 6 5 1 2',
      '5 3 6 3 2 1',
      '4 3 6 5 2 1',
      '4 3 6 5 2 1',
      '4 3 6 5 2 1',
      '5 2 6 3 4 1'
    ])
  })

  it('re-weights the one that lacks an item, and says so', () => {
    const marked = league.flatMap((scores) =>
      scores.filter(({ reweighted }) => reweighted).map(({ period, region, value }) => `${period} ${region.name} ${value}`)
    )
    expect(marked).toEqual(['2022-10 常山县 84.7'])
  })
})

describe('the league of a made-up pack', () => {
  const value = fc.option(
    fc.tuple(fc.integer({ min: -20, max: 130 }), fc.integer({ min: 0, max: 9 })).map(([whole, tenth]) => `${whole}.${tenth}`),
    { freq: 5 }
  )
  const scale = fc.oneof(
    fc.constant(undefined),
    fc.record({ method: fc.constant('target' as const), target: fc.integer({ min: 1, max: 150 }).map(String), cap: fc.constantFrom('100', '90', '120.5') }),
    fc
      .tuple(fc.integer({ min: -10, max: 60 }), fc.integer({ min: 1, max: 70 }))
      .map(([low, way]) => ({ method: 'range' as const, low: String(low), high: String(low + way), cap: '100' }))
  )
  const input = fc.tuple(fc.constantFrom('up' as const, 'down' as const), scale)
  const method = fc.record({ weight: fc.integer({ min: 1, max: 99 }), inputs: fc.tuple(input, input), maxMissing: fc.integer({ min: 0, max: 1 }) })

  it('scores and ranks as the pencil does: ties, gaps, caps, directions', () => {
    fc.assert(
      fc.property(method, fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 9 }), ({ weight, inputs: [first, second], maxMissing }, counties) => {
        const inputs: CompositeInput[] = [
          { indicator: 'work', weight: String(weight), direction: first[0], normalisation: first[1] },
          { indicator: 'care', weight: String(100 - weight), direction: second[0], normalisation: second[1] }
        ]
        // Points that nothing keeps above zero are the one thing that the pencil does not round.
        fc.pre(inputs.every(({ normalisation }, index) => normalisation !== undefined || counties.every((values) => !(values[index] ?? '').startsWith('-'))))
        const told2 = counties.map(([work, care]): Told[] => [
          { indicator: 'work', obsValue: work },
          { indicator: 'care', obsValue: care }
        ])
        const pack = madeUpPack(
          counties.length,
          told2.flatMap((values, county) => values.map((one) => told(county, { ...one, freq: 'M', timePeriod: '2022-10' })))
        )
        const indicators = pack.document.indicators.map((one) =>
          one.id === 'score' ? { ...one, composite: { inputs, ties: 'standard' as const, maxMissing } } : one
        )
        const [scores = []] = leagueOf({ ...pack, document: { ...pack.document, indicators } }, 'score')
        const pencil = told2.map((values) => pencilScore(inputs, maxMissing, values))
        expect(scores.map((one) => one.value)).toEqual(pencil.map(printed))
        expect(ranksOf(scores.map((one) => one.value))).toEqual(pencilRanks(pencil))
      }),
      { numRuns: 400 }
    )
  })
})
