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
import type { Frame } from '#view/form.ts'
import { useBoxSize } from '#panel-kit/use-box-size.ts'
import { FigureScope, FigureStatus } from '#ui/figure-status.tsx'
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

/** The line that every place is beyond, named at its right end with its period. */
const Floor = ({ floor, note, y, height }: { readonly floor: Forecast; readonly note: string; readonly y: number; readonly height: number }) => (
  <>
    <span className="skyline-floor" style={bottomAt(y, height)}>
      <small>{periodText(floor.observation.timePeriod)}</small>
      <FigureScope observation={floor.observation} />
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
function Ahead({ at: { place, name, from, y }, height }: { readonly at: AheadPlace; readonly height: number }) {
  const { forecast } = place.column
  if (forecast === null) return null
  return (
    <span className="skyline-ahead" style={{ left: from, ...bottomAt(y, height) }}>
      {name}
      <Figure observation={forecast.observation} indicator={forecast.indicator} size="line" />
      <FigureStatus observation={forecast.observation} />
      <small>{periodText(forecast.observation.timePeriod)}</small>
    </span>
  )
}

interface OverProps {
  readonly sky: SkylineModel
  readonly rows: readonly SkylineLayout[]
  readonly height: number
}

/** Published phrases are markup, never canvas: they stand where the chart has its lines. The floor is named on the first of them. */
const Over = ({ sky, rows, height }: OverProps): ReactNode => {
  const floorY = rows[0]?.floor ?? null
  return (
    <>
      {sky.floor !== null && floorY !== null && <Floor floor={sky.floor} note={sky.floorNote} y={floorY} height={height} />}
      {rows
        .flatMap(({ aheads }) => aheads)
        .map((at) => (
          <Ahead key={at.place.column.key} at={at} height={height} />
        ))}
    </>
  )
}

/** What a row takes where the height is free, in rem: on a tablet it is the stage. */
const ROW: Record<Frame, number> = { wall: 11.5, phone: 11.5, landscape: 17, portrait: 24 }

function Skyline({ model: sky, panel: { id, title }, muted }: PanelViewProps<SkylineModel>) {
  const { form, frame, rem } = useScene()
  const way = useMemo(() => ({ leaders: form === 'wall', rows: form === 'column' }), [form])
  const box = useRef<HTMLDivElement>(null)
  const size = useBoxSize(box)
  const rows = useMemo(() => layout(sky, { ...size, ...way, rem }), [sky, size, way, rem])
  const build = useCallback((context: ChartContext) => option(sky, { ...context, ...way }), [sky, way])
  const hotspots = useMemo(() => rows.flatMap((row) => hotspotsOf(sky, row, rem)), [sky, rows, rem])
  return (
    <>
      <p className="skyline-caption">{caption(sky)}</p>
      <div ref={box} className="skyline-plot" style={way.rows ? { height: `${ROW[frame] * rows.length}rem` } : undefined}>
        <ChartHost panel={id} build={build} muted={muted} label={title} hotspots={hotspots} />
        <Over sky={sky} rows={rows} height={size.height} />
      </div>
    </>
  )
}

export const panel = definePanel({ kind: 'skyline', options, model, summary, table, View: Skyline, paintsLater: () => true })
