import { describe, expect, it } from 'vitest'
import { changeObservations } from '#contract/changes.ts'
import { withoutRanks } from '#contract/hide-ranks.ts'
import { Indicator } from '#contract/indicator.ts'
import type { Observation } from '#contract/observation.ts'
import type { Snapshot } from '#contract/snapshot.ts'
import { observationFindings } from '#contract/pack-rules/observations.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { partial } from '#mocks/fixtures/partial.ts'
import { countyCode, madeUpPack, told } from '#tests/support/made-up-pack.ts'

const change = (changeOf: string): Indicator => ({
  ...Indicator.parse({
    id: `${changeOf}.change`,
    theme: 'main',
    name: changeOf,
    definition: null,
    unitMeasure: '分',
    decimals: 1,
    freq: 'M',
    accumulation: 'point',
    aggregation: 'none',
    direction: 'up',
    seriesScale: 1,
    changeOf
  })
})

/** One county's work and care by month; null is not reported, undefined not even said. */
function pack(months: Readonly<Record<string, readonly [work: string | null | undefined, care: string | null | undefined]>>): Snapshot {
  const observations = Object.entries(months).flatMap(([timePeriod, values]) =>
    ['work', 'care'].flatMap((indicator, index) => {
      const obsValue = values[index]
      return obsValue === undefined ? [] : [told(0, { indicator, freq: 'M', timePeriod, obsValue })]
    })
  )
  const made = madeUpPack(2, observations)
  const indicators = [...made.document.indicators, change('score'), change('care')]
  return { ...made, document: { ...made.document, indicators } }
}
const changesOf = ({ document, observations }: Snapshot): readonly Observation[] => changeObservations(document, observations)
const lines = (snapshot: Snapshot): string[] =>
  changesOf(snapshot).map(({ indicator, timePeriod, obsValue, obsStatus, note = '' }) => `${indicator} ${timePeriod} ${obsValue ?? obsStatus} ${note}`.trim())

describe('changeObservations', () => {
  it('goes from month to month, with its sign; the first has nothing before it', () => {
    expect(lines(pack({ '2022-01': ['80', '70'], '2022-02': ['82', '71'], '2022-03': ['82', '65.5'] }))).toEqual([
      'score.change 2022-01 M 没有更早的一期可比',
      'score.change 2022-02 1.6',
      'score.change 2022-03 -2.2',
      'care.change 2022-01 M 没有更早的一期可比',
      'care.change 2022-02 1.0',
      'care.change 2022-03 -5.5'
    ])
  })

  it('reaches over months without a score, and says so; each item by itself', () => {
    expect(lines(pack({ '2021-11': ['80', '70'], '2021-12': [null, null], '2022-01': ['90', null], '2022-03': ['90', '75'] }))).toEqual([
      'score.change 2021-11 M 没有更早的一期可比',
      'score.change 2021-12 O',
      'score.change 2022-01 14.0 较 2021-11',
      'score.change 2022-03 -6.0 较 2022-01',
      'care.change 2021-11 M 没有更早的一期可比',
      'care.change 2021-12 O',
      'care.change 2022-01 O',
      'care.change 2022-03 5.0 较 2021-11'
    ])
  })

  it('is estimated where a score on either side was re-weighted, and says nothing where nothing was said', () => {
    const found = changesOf(pack({ '2022-01': ['80', '70'], '2022-02': ['80', undefined], '2022-03': ['80', '70'], '2022-04': ['80', '70'] }))
    expect(found.filter(({ indicator }) => indicator === 'score.change').map(({ obsStatus, obsValue }) => `${obsStatus}${obsValue ?? ''}`)).toEqual([
      'M',
      'E4.0',
      'E-4.0',
      'A0.0'
    ])
    expect(found.every(({ refArea }) => refArea === countyCode(0))).toBe(true)
  })

  it('tells suppressed from missing', () => {
    const snapshot = pack({ '2022-01': ['80', '70'], '2022-02': [null, null] })
    const suppressed = snapshot.observations.map((o): Observation => (o.obsStatus === 'O' ? { ...o, obsStatus: 'Q' } : o))
    expect(lines({ ...snapshot, observations: suppressed })).toEqual([
      'score.change 2022-01 M 没有更早的一期可比',
      'score.change 2022-02 Q',
      'care.change 2022-01 M 没有更早的一期可比',
      'care.change 2022-02 Q'
    ])
  })

  it('is as trustworthy as the weaker of the two periods', () => {
    const snapshot = pack({ '2022-01': ['80', '70'], '2022-02': ['82', '71'], '2022-03': ['84', '72'] })
    const mixed = snapshot.observations.map((o): Observation => (o.timePeriod === '2022-01' ? { ...o, origin: 'demo', source: 'demo' } : { ...o, release: 2 }))
    const found = changesOf({ ...snapshot, observations: mixed }).filter(({ indicator }) => indicator === 'score.change')
    expect(found.map(({ origin, source, release }) => [origin, source, release])).toEqual([
      ['demo', 'demo', 1],
      ['demo', 'demo', 2],
      ['reported', 'paper', 2]
    ])
  })
})

describe('withoutRanks', () => {
  it('leaves only changes of the league, and all else as it was', () => {
    for (const snapshot of [normal(), partial()]) {
      const { observations, ranksHidden, document } = withoutRanks(snapshot)
      expect(ranksHidden).toBe(true)
      expect(document).toBe(snapshot.document)
      expect(observations.filter(({ indicator }) => !indicator.startsWith('ls.'))).toEqual(
        snapshot.observations.filter(({ indicator }) => !indicator.startsWith('ls.'))
      )
      expect(observations.filter(({ indicator }) => /^ls\.\w+$/.test(indicator))).toEqual([])
      expect(observations.filter(({ indicator }) => indicator.endsWith('.change'))).toHaveLength(6 * 6 * 12)
      expect(observationFindings({ document, observations: observations.filter(({ indicator }) => indicator.endsWith('.change')) })).toEqual([])
    }
  })

  it('leaves out stored figures that pretend to be changes', () => {
    const snapshot = pack({ '2022-01': ['80', '70'] })
    const pretended = told(0, { indicator: 'score.change', freq: 'M', timePeriod: '2022-01', obsValue: '80' })
    const { observations } = withoutRanks({ ...snapshot, observations: [...snapshot.observations, { ...pretended, release: 1 }] })
    expect(observations.map(({ obsStatus }) => obsStatus)).toEqual(['M', 'M'])
  })
})
