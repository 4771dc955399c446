import { FONT, STROKE, TYPE } from '#tokens/sizes.ts'
import type { ChartContext } from './panel-data.ts'

/** How the words along an axis look. */
export const axisText = ({ theme, rem }: ChartContext): object => ({ color: theme.t3, fontSize: TYPE.min * rem, fontFamily: FONT.inline })

/** Names of the months that are `shown` (by index); the first and the last stand within the plot. `margin` in rem. */
export const monthLabels = (ctx: ChartContext, shown: ReadonlySet<number>, margin = 0.55): object => ({
  ...axisText(ctx),
  margin: margin * ctx.rem,
  interval: (index: number) => shown.has(index),
  alignMinLabel: 'left',
  alignMaxLabel: 'right',
  showMinLabel: true,
  showMaxLabel: true,
  hideOverlap: false
})

/** Along the foot of lines. */
export const monthAxis = (ctx: ChartContext, names: readonly string[], shown: ReadonlySet<number>): object => ({
  type: 'category',
  boundaryGap: false,
  data: names,
  axisTick: { show: false },
  axisLine: { lineStyle: { color: ctx.theme.line2, width: Math.max(1, STROKE.hair * ctx.rem) } },
  axisLabel: monthLabels(ctx, shown)
})
