import { describe, expect, it } from 'vitest'
import { model, options, type HeadlineModel } from '#charts/headline.ts'
import type { ObservationInput } from '#contract/observation.ts'
import { dataOf } from '#tests/support/panel-data.ts'
import { splitPack, toldOfRoot } from '#tests/support/split-pack.ts'

const headlineOf = (...observations: ObservationInput[]): HeadlineModel => {
  const needs = observations.map(({ indicator }) => ({ indicator, area: 'root', freq: '_Z' }) as const)
  const figures = observations.map(({ indicator }) => ({ indicator }))
  return model(dataOf(splitPack(observations, needs, []), 'map', options, { options: { layout: 'row', figures } }))
}
const spans = (...observations: ObservationInput[]): string[] => headlineOf(...observations).figures.map(({ span }) => span)

describe('the leading figures of a scene', () => {
  const work = toldOfRoot({ indicator: 'work' })

  it('name their periods even where all share one', () => {
    expect(spans(toldOfRoot({}), work)).toEqual(['2022-10', '2022-10'])
  })

  it('name the years that the words of the source leave out', () => {
    expect(spans(toldOfRoot({ timePeriod: '2022-01/2022-10', periodText: '今年以来' }), work)).toEqual(['今年以来 2022年1–10月', '2022-10'])
  })

  it('stand back where another one leads', () => {
    const needs = [{ indicator: 'served', area: 'root', freq: '_Z' } as const, { indicator: 'work', area: 'root', freq: '_Z' } as const]
    const backs = (lead?: boolean): boolean[] => {
      const figures = [{ indicator: 'served' }, { indicator: 'work', ...(lead === undefined ? {} : { lead }) }]
      return model(dataOf(splitPack([toldOfRoot({}), work], needs, []), 'map', options, { options: { layout: 'row', figures } })).figures.map(
        ({ back }) => back
      )
    }
    expect(backs()).toEqual([false, false])
    expect(backs(true)).toEqual([true, false])
  })

  it('name the period in full where there is one figure, and say that no year is stated', () => {
    expect(spans(work)).toEqual(['截至2022年10月'])
    expect(spans(toldOfRoot({ timePeriod: '_T' }), work)).toEqual(['每年（未注明年份）', '2022-10'])
  })
})
