import { useCallback, useMemo } from 'react'
import { option } from '#charts/county-trends-option.ts'
import { model, options, summary, table, type CountyTrendsModel } from '#charts/county-trends.ts'
import type { ChartContext } from '#charts/panel-data.ts'
import { monthText } from '#format/period.ts'
import { ChartHost, type Hotspot } from '#panel-kit/chart-host.tsx'
import { definePanel, type PanelViewProps } from '#panel-kit/define-panel.tsx'

/** Each month of each area can be reached: its card says what was counted in it. */
export const countyHotspots = ({ lines, months, indicator, unit }: CountyTrendsModel): Hotspot[] =>
  lines.flatMap(({ region, points }) =>
    points.flatMap(({ value, text, observation }, index) =>
      value === null || observation === null
        ? []
        : [
            {
              key: `${region.code} ${months[index]}`,
              width: 1.5,
              height: 1.5,
              label: [region.name, monthText(months[index] ?? '', true), `${text}${unit}`, ...(observation.origin === 'demo' ? ['演示'] : [])].join(' '),
              at: (chart) => chart.convertToPixel({ gridIndex: 0 }, [index, value]),
              subject: { observation, indicator, text: `${text}${unit}` }
            }
          ]
    )
  )

function CountyTrends({ model: trends, panel: { id, title }, muted }: PanelViewProps<CountyTrendsModel>) {
  const build = useCallback((context: ChartContext) => option(trends, context), [trends])
  const hotspots = useMemo(() => countyHotspots(trends), [trends])
  return trends.months.length > 0 ? (
    <ChartHost panel={id} build={build} muted={muted} label={`${title}走势`} hotspots={hotspots} />
  ) : (
    <p className="panel-plain">{trends.noSeries}</p>
  )
}

export const panel = definePanel({ kind: 'county-trends', options, model, summary, table, View: CountyTrends, paintsLater: ({ months }) => months.length > 0 })
