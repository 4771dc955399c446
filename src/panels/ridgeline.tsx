import { useCallback, useMemo, useRef, type CSSProperties, type ReactNode } from 'react'
import { widest } from '#charts/chart-text.ts'
import type { ChartContext } from '#charts/panel-data.ts'
import { model, options, type RidgelineModel, type RidgeMonth, type RidgeValue } from '#charts/ridgeline.ts'
import { DAYS, layout, type MonthPlace, type RidgelineLayout } from '#charts/ridgeline-layout.ts'
import { option } from '#charts/ridgeline-option.ts'
import { dayName, summary, table } from '#charts/ridgeline-words.ts'
import type { Indicator } from '#contract/indicator.ts'
import { monthText, periodText } from '#format/period.ts'
import { seriesUnit } from '#format/phrase.ts'
import { originText } from '#format/status.ts'
import { ChartHost } from '#panel-kit/chart-host.tsx'
import { definePanel, type PanelViewProps } from '#panel-kit/define-panel.tsx'
import { useScene } from '#panel-kit/scene-context.ts'
import { useBoxSize } from '#panel-kit/use-box-size.ts'
import { ValueGrid, type GridCell } from '#panel-kit/value-grid.tsx'
import { ValueButton } from '#ui/value-button.tsx'
import './ridgeline.css'

/** Each day is a cell over its place on the zero line, whatever runs in front of it. */
function cellsOf({ indicator }: RidgelineModel, { months, step, dayWidth }: RidgelineLayout): GridCell[] {
  const unit = seriesUnit(indicator.seriesScale, indicator.unitMeasure)
  return months.flatMap(({ runs, base }, row) =>
    runs.flat().map(({ day, x }): GridCell => {
      const text = `${dayName(day)} ${day.text}${unit}`
      return {
        row,
        column: day.day - 1,
        left: x - dayWidth / 2,
        width: dayWidth,
        top: base - step,
        height: step,
        label: day.observation.origin === 'demo' ? `${text} ${originText('demo')}` : text,
        subject: { observation: day.observation, indicator, text }
      }
    })
  )
}

/** The year where it is first needed and again where it changes. */
const nameOf = ({ period }: RidgeMonth, before: RidgeMonth | undefined): string =>
  monthText(period, before !== undefined && before.period.slice(0, 4) !== period.slice(0, 4))

const Names = ({ months }: { readonly months: readonly MonthPlace[] }): ReactNode => (
  <ol className="ridge-names" aria-hidden="true">
    {months.map(({ month, base }, index) => (
      <li key={month.period} className={month.latest ? 'is-latest' : ''} style={{ top: base }}>
        {nameOf(month, months[index - 1]?.month)}
      </li>
    ))}
  </ol>
)

/** The room for the longest total and a gap, in rem. */
const totalRoom = (months: readonly RidgeMonth[]): number => widest(months.map(({ totalText }) => totalText)) * TOTAL + 0.9
const TOTAL = 1.75

const highest = (months: readonly MonthPlace[]): number => Math.max(0, ...months.map(({ month }) => month.total?.value ?? 0))

function Total({ place: { month, base }, indicator, most }: { readonly place: MonthPlace; readonly indicator: Indicator; readonly most: number }): ReactNode {
  const { total, totalText, latest, period } = month
  const unit = seriesUnit(indicator.seriesScale, indicator.unitMeasure)
  if (total === null)
    return (
      <li className="is-absent" style={{ top: base }}>
        {totalText}
      </li>
    )
  const text = `${periodText(period)} ${totalText}${unit}`
  const demo = total.observation.origin === 'demo'
  return (
    <li className={`${latest ? 'is-latest' : ''} ${demo ? 'is-demo' : ''}`} style={{ top: base }}>
      <ValueButton label={demo ? `${text} ${originText('demo')}` : text} subject={{ observation: total.observation, indicator, text }}>
        {totalText}
      </ValueButton>
      <i aria-hidden="true">
        <s style={{ width: `${most === 0 ? 0 : Math.max(0, (total.value / most) * 100).toFixed(2)}%` }} />
      </i>
    </li>
  )
}

/** Before the first month: with it the months make the whole. */
function Opening({ opening, indicator, top }: { readonly opening: RidgeValue; readonly indicator: Indicator; readonly top: number }): ReactNode {
  const { observation, text } = opening
  const said = `${periodText(observation.timePeriod)} ${text}${seriesUnit(indicator.seriesScale, indicator.unitMeasure)}`
  return (
    <li className="ridge-opening" style={{ top }}>
      <ValueButton
        label={[`此前 ${text}`, said, observation.origin === 'demo' ? originText('demo') : ''].join(' ').trim()}
        subject={{ observation, indicator, text: said }}
      >
        此前 {text}
      </ValueButton>
    </li>
  )
}

function Ridgeline({ model: ridge, panel: { id, title }, muted }: PanelViewProps<RidgelineModel>) {
  const { rem } = useScene()
  const box = useRef<HTMLDivElement>(null)
  const size = useBoxSize(box)
  const places = useMemo(() => layout(ridge, { ...size, rem }), [ridge, size, rem])
  const build = useCallback((context: ChartContext) => option(ridge, context), [ridge])
  const cells = useMemo(() => cellsOf(ridge, places), [ridge, places])
  return (
    <div className="ridge" style={{ '--total': `${totalRoom(ridge.months).toFixed(2)}rem` } as CSSProperties}>
      <Names months={places.months} />
      <div ref={box} className="ridge-plot">
        <ChartHost panel={id} build={build} muted={muted} label={title} />
        <ValueGrid cells={cells} columns={DAYS} label={`${title}各日`} />
      </div>
      <ol className="ridge-totals">
        <li className="ridge-head">{ridge.totals}</li>
        {places.months.map((place) => (
          <Total key={place.month.period} place={place} indicator={ridge.indicator} most={highest(places.months)} />
        ))}
        {ridge.opening !== null && <Opening opening={ridge.opening} indicator={ridge.indicator} top={places.axisY} />}
      </ol>
    </div>
  )
}

export const panel = definePanel({ kind: 'ridgeline', options, model, summary, table, View: Ridgeline, paintsLater: () => true })
