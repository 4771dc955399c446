import { useCallback, useMemo, useRef, type CSSProperties, type ReactNode } from 'react'
import type { ChartContext } from '#charts/panel-data.ts'
import { model, options, type Forecast, type SkylineModel } from '#charts/skyline.ts'
import type { AheadPlace } from '#charts/skyline-labels.ts'
import { layout, type SkylineLayout } from '#charts/skyline-layout.ts'
import { option } from '#charts/skyline-option.ts'
import { caption, groupName, summary, table } from '#charts/skyline-words.ts'
import { periodText } from '#format/period.ts'
import { originText } from '#format/status.ts'
import { ChartHost, type Hotspot } from '#panel-kit/chart-host.tsx'
import { definePanel, type PanelViewProps } from '#panel-kit/define-panel.tsx'
import { useScene } from '#panel-kit/scene-context.ts'
import { useBoxSize } from '#panel-kit/use-box-size.ts'
import { FigureStatus } from '#ui/figure-status.tsx'
import { Figure } from '#ui/figure.tsx'
import './skyline.css'

/** A column is as easy to hit as the room between its neighbours allows. */
function hotspotsOf({ indicator }: SkylineModel, { columns, base }: SkylineLayout, rem: number): Hotspot[] {
  return columns.flatMap(({ column, group, x, width, top }): Hotspot[] => {
    const { observation, key, place, text } = column
    if (observation === null) return []
    const words = [groupName(group), place, text, periodText(observation.timePeriod), observation.origin === 'demo' ? originText('demo') : null]
    const high = Math.min(top, base - 2.75 * rem)
    return [
      {
        key,
        width: (width * 1.5) / rem,
        height: (base - high) / rem,
        at: () => [x + width / 2, (base + high) / 2],
        label: words.filter((word) => word !== null).join(' '),
        subject: { observation, indicator, text: `${place ?? ''} ${text}` }
      }
    ]
  })
}

const bottomAt = (y: number, height: number): CSSProperties => ({ bottom: height - y })

/** The line that every place is beyond, named at its right end. */
const Floor = ({ floor, note, y, height }: { readonly floor: Forecast; readonly note: string; readonly y: number; readonly height: number }) => (
  <>
    <span className="skyline-floor" style={bottomAt(y, height)}>
      <Figure observation={floor.observation} indicator={floor.indicator} size="line" />
    </span>
    {note !== '' && (
      <span className="skyline-note" style={{ top: y }}>
        {note}
      </span>
    )}
  </>
)

/** Over its column: the place, the phrase, the year, and that it is no result yet. */
function Ahead({ at: { place, from, y }, height }: { readonly at: AheadPlace; readonly height: number }) {
  const { forecast } = place.column
  if (forecast === null) return null
  return (
    <span className="skyline-ahead" style={{ left: from, ...bottomAt(y, height) }}>
      {place.column.place}
      <Figure observation={forecast.observation} indicator={forecast.indicator} size="line" />
      <FigureStatus observation={forecast.observation} />
      <small>{periodText(forecast.observation.timePeriod)}</small>
    </span>
  )
}

interface OverProps {
  readonly sky: SkylineModel
  readonly places: SkylineLayout
  readonly height: number
}

/** Published phrases are markup, never canvas: they stand where the chart has its lines. */
const Over = ({ sky, places, height }: OverProps): ReactNode => (
  <>
    {sky.floor !== null && places.floor !== null && <Floor floor={sky.floor} note={sky.floorNote} y={places.floor} height={height} />}
    {places.aheads.map((at) => (
      <Ahead key={at.place.column.key} at={at} height={height} />
    ))}
  </>
)

function Skyline({ model: sky, panel: { id, title }, muted }: PanelViewProps<SkylineModel>) {
  const { form, rem } = useScene()
  const leaders = form === 'wall'
  const box = useRef<HTMLDivElement>(null)
  const size = useBoxSize(box)
  const places = useMemo(() => layout(sky, { ...size, rem, leaders }), [sky, size, rem, leaders])
  const build = useCallback((context: ChartContext) => option(sky, { ...context, leaders }), [sky, leaders])
  const hotspots = useMemo(() => hotspotsOf(sky, places, rem), [sky, places, rem])
  return (
    <>
      <p className="skyline-caption">{caption(sky)}</p>
      <div className="skyline-scroll">
        <div ref={box} className="skyline-plot" style={{ '--columns': places.columns.length } as CSSProperties}>
          <ChartHost panel={id} build={build} muted={muted} label={title} hotspots={hotspots} />
          <Over sky={sky} places={places} height={size.height} />
        </div>
      </div>
    </>
  )
}

export const panel = definePanel({ kind: 'skyline', options, model, summary, table, View: Skyline, paintsLater: () => true })
