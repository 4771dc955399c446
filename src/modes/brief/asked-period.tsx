import type { ReactNode } from 'react'
import type { SceneAnswer } from '#contract/endpoints.ts'
import { hasPeriod, seriesPeriods, spanWithout, type Span } from '#contract/series-periods.ts'
import { noSuchPeriod } from '#modes/embed/no-such-period.ts'

/** What the scenes have where none has anything of the period, as of a file of them: else null. Undefined until their answers tell; those that cannot be had are not among them. */
export function spanIn(period: string | undefined, answers: readonly (SceneAnswer | undefined)[]): Span | null | undefined {
  if (period === undefined) return null
  const series = answers.flatMap((answer) => seriesPeriods(answer?.observations ?? []))
  return answers.includes(undefined) && !hasPeriod(period, series) ? undefined : spanWithout(period, series)
}

/** In place of pages that would be of another period. */
export function NoSuchPeriod({ period = '', has }: { readonly period: string | undefined; readonly has: Span }): ReactNode {
  const { title, detail } = noSuchPeriod(period, '这些场景', has)
  return (
    <p className="brief-missing" role="alert">
      {title}：{detail}
    </p>
  )
}
