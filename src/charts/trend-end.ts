import { endPointOf } from '#contract/period.ts'
import { phrase } from '#format/phrase.ts'
import { isDemo } from './line-runs.ts'
import type { TrendModel } from './trend.ts'

/**
 * What stands at the line's end. Where months of demo run up to a published figure that names no exact number, its own phrase
 * does: the sum of the demo would pass for a number that nobody has published.
 */
export function endText({ indicator, points, figures }: Pick<TrendModel, 'indicator' | 'points' | 'figures'>): string {
  const last = points.findLast(({ value }) => value !== null)
  if (last === undefined) return ''
  const published = figures.find(
    ({ indicator: { id }, observation: o }) => id === indicator?.id && o.origin !== 'demo' && o.bound !== 'exact' && endPointOf(o.timePeriod) === last.period
  )
  const isTotal = last.observation?.freq === '_Z'
  return isTotal && isDemo(last) && published !== undefined ? phrase(published.observation, '') : last.text
}
