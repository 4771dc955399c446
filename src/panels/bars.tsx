import { useCallback, useMemo } from 'react'
import { layout } from '#charts/bars-layout.ts'
import { option } from '#charts/bars-option.ts'
import { model, options, summary, table, type BarsModel, type BarsRow, type BarsValue } from '#charts/bars.ts'
import type { ChartContext } from '#charts/panel-data.ts'
import { seriesText } from '#charts/parts.ts'
import { originText } from '#format/status.ts'
import { ChartHost, type Hotspot } from '#panel-kit/chart-host.tsx'
import { definePanel, type PanelViewProps } from '#panel-kit/define-panel.tsx'
import { useScene } from '#panel-kit/scene-context.ts'
import { FigureRow } from '#ui/figure-row.tsx'
import './bars.css'

const subjectOf = ({ name }: BarsRow, { observation, indicator }: BarsValue): Pick<Hotspot, 'label' | 'subject'> => {
  const text = `${name} ${seriesText(observation, indicator, true)}`
  const words = observation?.origin === 'demo' ? `${text} ${originText('demo')}` : text
  return { label: words, subject: observation === null ? undefined : { observation, indicator, text } }
}

const SPOT = { width: 3.2, height: 1.5 } as const

/** Each value can be reached: its card says where it comes from. The first of them answer, item by item, to their rows. */
export function barHotspots(bars: BarsModel, rem: number): Hotspot[] {
  const spot = (row: BarsRow, value: BarsValue, index: number, side: 'valueRight' | 'secondRight'): Hotspot => ({
    key: `${row.key} ${side}`,
    ...SPOT,
    ...subjectOf(row, value),
    at: (chart) => {
      const place = layout(bars, { width: chart.getWidth(), height: chart.getHeight(), rem }).places[index]
      return place === undefined ? [0, 0] : [place[side] - (SPOT.width / 2) * rem, place.middle]
    }
  })
  return [
    ...bars.rows.map((row, index) => spot(row, row, index, 'valueRight')),
    ...bars.rows.flatMap((row, index) => (row.second === null ? [] : [spot(row, row.second, index, 'secondRight')]))
  ]
}

function Bars({ model: bars, panel: { id, title }, muted }: PanelViewProps<BarsModel>) {
  const { rem } = useScene()
  const build = useCallback((context: ChartContext) => option(bars, context), [bars])
  const hotspots = useMemo(() => barHotspots(bars, rem), [bars, rem])
  return (
    <>
      {bars.figures.length > 0 && <FigureRow figures={bars.figures} even={bars.even} />}
      {bars.note !== null && <p className="bars-note bars-definition">{bars.note}</p>}
      {bars.rows.length > 0 ? (
        <ChartHost panel={id} build={build} muted={muted} label={title === '' ? bars.label : title} hotspots={hotspots} marks="bars" />
      ) : (
        <p className="bars-note">{bars.noRows}</p>
      )}
    </>
  )
}

export const panel = definePanel({ kind: 'bars', options, model, summary, table, View: Bars, paintsLater: ({ rows }) => rows.length > 0 })
