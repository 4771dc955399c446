import { useCallback, useMemo } from 'react'
import { columnsOption } from '#charts/trend-columns-option.ts'
import { option } from '#charts/trend-option.ts'
import { model, options, summary, table, type TrendModel } from '#charts/trend.ts'
import type { ChartContext } from '#charts/panel-data.ts'
import { monthText } from '#format/period.ts'
import { seriesUnit } from '#format/phrase.ts'
import { ChartHost, type Hotspot } from '#panel-kit/chart-host.tsx'
import { definePanel, type PanelViewProps } from '#panel-kit/define-panel.tsx'
import { FigureRow } from '#ui/figure-row.tsx'
import './trend.css'

/** Each month can be reached: its card says what was counted in it. */
function hotspotsOf({ points, indicator, regionName }: TrendModel): Hotspot[] {
  if (indicator === null) return []
  const unit = seriesUnit(indicator.seriesScale, indicator.unitMeasure)
  return points.flatMap(({ period, value, text, observation }, index) =>
    value === null || observation === null
      ? []
      : [
          {
            key: period,
            width: 1.5,
            height: 3,
            label: [regionName, monthText(period, true), `${text}${unit}`, observation.origin === 'demo' ? '演示' : null]
              .filter((word) => word !== null)
              .join(' '),
            at: (chart) => chart.convertToPixel({ gridIndex: 0 }, [index, value]),
            subject: { observation, indicator, text: `${text}${unit}` }
          }
        ]
  )
}

function Trend({ model: trend, panel: { id, title }, muted }: PanelViewProps<TrendModel>) {
  const build = useCallback((context: ChartContext) => (trend.shape === 'columns' ? columnsOption(trend, context) : option(trend, context)), [trend])
  const hotspots = useMemo(() => hotspotsOf(trend), [trend])
  return (
    <>
      {trend.figures.length > 0 && <FigureRow figures={trend.figures} />}
      {trend.regionName !== null && trend.points.length > 0 && <p className="trend-region">{trend.regionName}</p>}
      {trend.points.length > 0 ? (
        <ChartHost panel={id} build={build} muted={muted} label={`${title}走势`} hotspots={hotspots} />
      ) : (
        <p className="trend-none">{trend.noSeries}</p>
      )}
    </>
  )
}

export const panel = definePanel({ kind: 'trend', options, model, summary, table, View: Trend, paintsLater: ({ points }) => points.length > 0 })
