import { useRef, type CSSProperties } from 'react'
import { layout, type RingsPlaces } from '#charts/rings-layout.ts'
import { model, options, summary, table, type RingLevel, type RingsModel } from '#charts/rings.ts'
import { definePanel, type PanelViewProps } from '#panel-kit/define-panel.tsx'
import { Emblem, Lights } from '#panel-kit/rings-emblem.tsx'
import { useScene } from '#panel-kit/scene-context.ts'
import { useBoxSize } from '#panel-kit/use-box-size.ts'
import { FigureStatus } from '#ui/figure-status.tsx'
import { Figure } from '#ui/figure.tsx'
import './rings.css'

interface LabelProps {
  readonly level: RingLevel
  readonly style?: CSSProperties
}

const Label = ({ level: { label, figure, text, note, own }, style }: LabelProps) => (
  <li style={style}>
    <span>{label}</span>
    {figure === null ? <b>{text}</b> : <Figure observation={figure.observation} indicator={figure.indicator} size="row" />}
    {note !== '' && <small className={own ? 'is-own' : ''}>{note}</small>}
    {figure !== null && <FigureStatus observation={figure.observation} />}
  </li>
)

const Heading = ({ model: { display, figures, scope } }: { readonly model: RingsModel }) => (
  <header className="rings-heading">
    <h2>{display}</h2>
    {figures.map(({ observation, indicator, label }) => (
      <p key={indicator.id}>
        {label} <Figure observation={observation} indicator={indicator} size="line" />
        <FigureStatus observation={observation} />
      </p>
    ))}
    <p>{scope}</p>
  </header>
)

interface LedProps {
  readonly model: RingsModel
  readonly places: RingsPlaces
  readonly width: number
  readonly height: number
  readonly rem: number
}

/** The note begins under the labels where it has the room, in rem. */
const NOTE = 15

const Led = ({ model: rings, places, width, height, rem }: LedProps) => (
  <>
    <svg width={width} height={height} role="img" aria-label={`${rings.centre}贯通示意`}>
      <Lights />
      <g transform={`translate(${places.cx} ${places.cy}) scale(${places.scale})`}>
        <Emblem model={rings} />
      </g>
      {places.levels.map(({ leader }) => (
        <path key={leader} d={leader} className="rings-leader" />
      ))}
    </svg>
    <ul className="rings-led">
      {rings.levels.map((level, index) => (
        <Label key={level.label} level={level} style={{ left: places.levels[index]?.x, top: places.levels[index]?.y }} />
      ))}
    </ul>
    {rings.note !== '' && (
      <small className="rings-note" style={{ right: Math.max(0, width - (places.levels[0]?.x ?? width) - NOTE * rem) }}>
        {rings.note}
      </small>
    )}
  </>
)

const Alone = ({ model: rings }: { readonly model: RingsModel }) => (
  <svg viewBox="-140 -106 280 212" role="img" aria-label={`${rings.centre}贯通示意`}>
    <Lights />
    <Emblem model={rings} />
  </svg>
)

/** Labels with leaders beside the rings or, where it is narrow, in a list under them. */
function Levels({ model: rings }: { readonly model: RingsModel }) {
  const { rem } = useScene()
  const box = useRef<HTMLDivElement>(null)
  const { width, height } = useBoxSize(box)
  const places = width > 0 ? layout(rings, { width, height, rem }) : null
  return (
    <div className="rings">
      <Heading model={rings} />
      <div ref={box} className="rings-box">
        {places === null ? (
          <>
            <Alone model={rings} />
            <ul className="rings-levels">
              {rings.levels.map((level) => (
                <Label key={level.label} level={level} />
              ))}
            </ul>
            {rings.note !== '' && <small>{rings.note}</small>}
          </>
        ) : (
          <Led model={rings} places={places} width={width} height={height} rem={rem} />
        )}
      </div>
    </div>
  )
}

const Figures = ({ model: rings }: { readonly model: RingsModel }) => (
  <div className="rings">
    <Alone model={rings} />
    <ul className="rings-figures">
      {rings.figures.map(({ observation, indicator, label, period }) => (
        <li key={indicator.id}>
          <span>{label}</span>
          <Figure observation={observation} indicator={indicator} size="stat" />
          {period !== null && <small>{period}</small>}
          <FigureStatus observation={observation} />
        </li>
      ))}
    </ul>
  </div>
)

const Rings = ({ model: rings }: PanelViewProps<RingsModel>) => (rings.levels.length > 0 ? <Levels model={rings} /> : <Figures model={rings} />)

export const panel = definePanel({ kind: 'rings', options, model, summary, table, View: Rings })
