import * as z from 'zod/mini'
import { comparePeriods, endPointOf, overlaps } from '#contract/period.ts'
import { badRequest } from '#contract/problem.ts'
import type { Answer } from '#server/answers/answer.ts'

const Series = z.object({ observations: z.array(z.object({ freq: z.string(), timePeriod: z.string() })) })

const known = new WeakMap<Answer, readonly string[]>()

/** Months and days that a scene has; an answer that is kept is read once. */
function seriesOf(answer: Answer): readonly string[] {
  const read = (): string[] =>
    Series.parse(JSON.parse(answer.identity.body.toString())).observations.flatMap(({ freq, timePeriod }) => (freq === 'M' || freq === 'D' ? [timePeriod] : []))
  const series = known.get(answer) ?? read()
  known.set(answer, series)
  return series
}

/**
 * A file is not made of another period than it was asked for. Scenes without months or days are the same at any time.
 * @throws Problem 400 for a period of which the scenes' series have nothing.
 */
export function checkPeriod(period: string | undefined, scenes: readonly Answer[]): void {
  if (period === undefined) return
  const series = scenes.flatMap(seriesOf).toSorted(comparePeriods)
  const [first, last] = [series[0], series.at(-1)].map((one) => endPointOf(one ?? '_T'))
  if (series.length > 0 && !series.some((one) => overlaps(one, period, period)))
    throw badRequest(`period 这些场景没有 ${period} 的月度或逐日数据，只有 ${first} 至 ${last}`)
}
