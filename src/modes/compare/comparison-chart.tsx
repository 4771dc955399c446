import { useCallback, useMemo, type ReactNode } from 'react'
import { option as barsOption } from '#charts/bars-option.ts'
import type { ComparisonModel } from '#charts/comparison.ts'
import { option as linesOption } from '#charts/county-trends-option.ts'
import type { ChartContext } from '#charts/panel-data.ts'
import type { PackAnswer, SceneAnswer } from '#contract/endpoints.ts'
import { useLayout } from '#modes/shell/use-layout.ts'
import { ChartHost } from '#panel-kit/chart-host.tsx'
import { SceneContext, type SceneState } from '#panel-kit/scene-context.ts'
import { barHotspots } from '#panels/bars.tsx'
import { countyHotspots } from '#panels/county-trends.tsx'
import { THEMES } from '#tokens/themes.ts'
import type { SetView, View } from '#view/codec.ts'

interface ComparisonChartProps {
  readonly model: ComparisonModel
  readonly pack: PackAnswer
  readonly answer: SceneAnswer
  readonly view: View
  readonly setView: SetView
}

/** The chart stands over the scene: it brings what a panel would find there. */
function useChartScene({ pack, answer, view, setView }: Omit<ComparisonChartProps, 'model'>): SceneState {
  const { form, frame, rem } = useLayout()
  return useMemo(
    () => ({
      answer,
      boundaries: undefined,
      boundariesFailed: false,
      map: pack.info.map,
      form,
      frame,
      rem,
      theme: THEMES[view.theme ?? 'ink'],
      view,
      setView,
      timeZone: pack.info.timeZone,
      fetchedAt: 0,
      offline: false,
      outage: '',
      nextAttempt: null
    }),
    [pack, answer, view, setView, form, frame, rem]
  )
}

/** Months on one axis from zero or, where each area has one value, bars from zero. */
export function ComparisonChart({ model, ...scene }: ComparisonChartProps): ReactNode {
  const state = useChartScene(scene)
  const { lines, bars } = model
  const build = useCallback((context: ChartContext) => (lines === null ? barsOption(bars, context) : linesOption(lines, context)), [lines, bars])
  const hotspots = useMemo(() => (lines === null ? barHotspots(bars, state.rem) : countyHotspots(lines)), [lines, bars, state.rem])
  return (
    <SceneContext value={state}>
      <div className={`compare-chart ${lines === null ? 'is-bars' : ''}`} style={{ '--rows': bars.rows.length } as object}>
        <ChartHost
          key={lines === null ? 'bars' : 'lines'}
          panel="compare"
          build={build}
          muted={false}
          label={`${bars.label}比较`}
          hotspots={hotspots}
          marks={lines === null ? 'bars' : undefined}
        />
      </div>
    </SceneContext>
  )
}
