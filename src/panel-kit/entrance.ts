import type { EChartsType } from 'echarts/core'
import { createContext, use, useLayoutEffect } from 'react'
import { entrancePartOf, type EntrancePart } from '#charts/entrance.ts'
import { ENTRANCE } from '#tokens/durations.ts'
import { useReducedMotion } from '#ui/use-reduced-motion.ts'

/** Whether the scene has come in place of another one: then its marks enter one after the other. */
export const EntranceContext = createContext(false)

/** Longer than any mark takes. */
const OVER = 1_500

interface Entering {
  readonly mark: Mark
  readonly part: Exclude<EntrancePart, 'published'>
  readonly opacity: number | undefined
}

type Mark = ReturnType<ReturnType<EChartsType['getZr']>['storage']['getDisplayList']>[number]

function marksOf(chart: EChartsType): Entering[] {
  return chart
    .getZr()
    .storage.getDisplayList(true)
    .flatMap((mark) => {
      const part = entrancePartOf(mark)
      const opacity: unknown = mark.style.opacity
      return part === 'published' ? [] : [{ mark, part, opacity: typeof opacity === 'number' ? opacity : undefined }]
    })
}

function fadeIn({ mark, part, opacity = 1 }: Entering): void {
  const { delay, duration } = ENTRANCE[part]
  mark.attr('style', { opacity: 0 })
  mark.animate('style').delay(delay).when(duration, { opacity }).start('cubicOut')
}

/** A refresh may have stopped a mark half-way. */
const settle = ({ mark, opacity = 1 }: Entering): void => {
  mark.attr('style', { opacity })
}

/** Lets the hollow marks of a chart come behind the solid ones, and its leaders last; returns what ends it at once. */
export function enter(chart: EChartsType): () => void {
  const marks = marksOf(chart)
  for (const one of marks) fadeIn(one)
  // Before the browser shows the chart once more as it was.
  chart.getZr().flush()
  let timer: ReturnType<typeof setTimeout> | undefined
  const end = (): void => {
    clearTimeout(timer)
    if (timer === undefined || chart.isDisposed()) return
    timer = undefined
    for (const one of marks) settle(one)
  }
  timer = setTimeout(end, OVER)
  return end
}

/** A chart that has been drawn enters with its scene, once. */
export function useEntrance(chart: EChartsType | null, drawn: boolean): void {
  const entering = use(EntranceContext)
  const reduced = useReducedMotion()
  useLayoutEffect(() => (entering && !reduced && drawn && chart !== null && !chart.isDisposed() ? enter(chart) : undefined), [chart, drawn, entering, reduced])
}
