import type { SceneAnswer } from '#contract/endpoints.ts'
import { withoutHoles } from '#contract/months.ts'
import { hasValue } from '#contract/observation.ts'
import { endsBy } from '#contract/period.ts'

/** The months that the scene's series have values of, from the first to the last; what is only expected is no month to look back at. */
export const monthsOf = ({ observations }: Pick<SceneAnswer, 'observations'>): readonly string[] =>
  withoutHoles(observations.filter((o) => o.freq === 'M' && o.obsStatus !== 'F' && hasValue(o)).map(({ timePeriod }) => timePeriod)).toSorted()

/** Which of the months the period is: the last that ends by it, the newest without one, the first where none does. */
export const monthAt = (months: readonly string[], period: string | undefined): number =>
  period === undefined
    ? months.length - 1
    : Math.max(
        0,
        months.findLastIndex((month) => endsBy(month, period))
      )

/** The newest is the default and stands in no address. */
export const periodAt = (months: readonly string[], index: number): string | undefined => (index >= months.length - 1 ? undefined : months[Math.max(0, index)])
