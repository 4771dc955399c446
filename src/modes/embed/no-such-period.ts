import type { Span } from '#contract/series-periods.ts'
import { periodText } from '#format/period.ts'

/** Said in place of figures of another period than was asked for. */
export const noSuchPeriod = (period: string, whose: string, { first, last }: Span): { readonly title: string; readonly detail: string } => ({
  title: `没有${periodText(period)}的数据`,
  detail: `${whose}的月度和逐日数据只有${periodText(first)}至${periodText(last)}`
})
