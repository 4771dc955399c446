import { useCallback, useMemo } from 'react'
import { option } from '#charts/dot-rhythm-option.ts'
import { cellText, model, options, summary, table, type DotRhythmModel } from '#charts/dot-rhythm.ts'
import type { ChartContext } from '#charts/panel-data.ts'
import { monthText } from '#format/period.ts'
import { ChartHost, type Hotspot } from '#panel-kit/chart-host.tsx'
import { definePanel, type PanelViewProps } from '#panel-kit/define-panel.tsx'
import './dot-rhythm.css'

/** Each month of each lane can be reached, those without a piece too. */
const hotspotsOf = ({ lanes }: DotRhythmModel): Hotspot[] =>
  lanes.flatMap((lane, row) =>
    lane.cells.map((cell, month) => ({
      key: `${lane.indicator.id} ${cell.period}`,
      width: 1.7,
      height: 2.6,
      label: [lane.label, monthText(cell.period, true), cellText(lane, cell), ...(cell.demo ? ['演示'] : [])].join(' '),
      at: (chart) => chart.convertToPixel({ gridIndex: 0 }, [month, row]),
      ...(cell.observation === null ? {} : { subject: { observation: cell.observation, indicator: lane.indicator, text: cellText(lane, cell) } })
    }))
  )

function DotRhythm({ model: rhythm, panel: { id, title }, muted }: PanelViewProps<DotRhythmModel>) {
  const build = useCallback((context: ChartContext) => option(rhythm, context), [rhythm])
  const hotspots = useMemo(() => hotspotsOf(rhythm), [rhythm])
  if (rhythm.lanes.length === 0) return <p className="rhythm-none">{rhythm.noSeries}</p>
  return <ChartHost panel={id} build={build} muted={muted} label={`${title}分月`} hotspots={hotspots} />
}

export const panel = definePanel({
  kind: 'dot-rhythm',
  options,
  model,
  summary,
  table,
  View: DotRhythm,
  paintsLater: ({ lanes }) => lanes.length > 0
})
