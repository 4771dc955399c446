import { useRef, type ReactNode } from 'react'
import { FINE, geometry, homePaths, type Circle, type Point, type RipplesGeometry } from '#charts/ripples-geometry.ts'
import { dotsLabel, model, options, summary, table, type RipplesFigure, type RipplesModel } from '#charts/ripples.ts'
import { definePanel, type PanelViewProps } from '#panel-kit/define-panel.tsx'
import { useScene } from '#panel-kit/scene-context.ts'
import { useBoxSize } from '#panel-kit/use-box-size.ts'
import { FigureStatus } from '#ui/figure-status.tsx'
import { Figure } from '#ui/figure.tsx'
import { statusDot } from '#ui/status-dot.ts'
import './ripples.css'

const Light = ({ id, near }: { readonly id: string; readonly near: string }): ReactNode => (
  <radialGradient id={id}>
    <stop className={near} />
    <stop offset="1" className="ripples-light-far" />
  </radialGradient>
)

/** What fades towards the upper and lower edge, so that no ripple is cut. */
const Fade = ({ width, height }: { readonly width: number; readonly height: number }): ReactNode => (
  <>
    <linearGradient id="ripples-fade" x1="0" x2="0" y1="0" y2="1">
      <stop className="ripples-fade-out" />
      <stop offset="0.34" className="ripples-fade-in" />
      <stop offset="0.82" className="ripples-fade-in" />
      <stop offset="1" className="ripples-fade-out" />
    </linearGradient>
    <mask id="ripples-mask" maskUnits="userSpaceOnUse" x={0} y={0} width={width} height={height}>
      <rect width={width} height={height} fill="url(#ripples-fade)" />
    </mask>
  </>
)

const Rings = ({ rings, className }: { readonly rings: readonly Circle[]; readonly className: string }): ReactNode => (
  <g className={className}>
    {rings.map(({ x, y, r, opacity }) => (
      <circle key={r} cx={x} cy={y} r={r} opacity={opacity} />
    ))}
  </g>
)

function Home({ ripples, at, size }: { readonly ripples: RipplesModel; readonly at: Point; readonly size: number }): ReactNode {
  const paths = homePaths(ripples, at, size)
  if (paths === null) return <circle cx={at.x} cy={at.y} r={size * 0.5} className="ripples-node is-home" />
  return (
    <g transform={`scale(${1 / FINE})`}>
      <path d={paths.outline} className="ripples-edge" transform={`translate(0 ${size * 0.88})`} />
      <path d={paths.outline} className="ripples-side" transform={`translate(0 ${size * 0.56})`} />
      <path d={paths.outline} fill="url(#ripples-land)" />
      {paths.areas.map((area) => (
        <path key={area} d={area} className="ripples-border" />
      ))}
      <path d={paths.outline} className="ripples-rim" />
    </g>
  )
}

interface PictureProps {
  readonly ripples: RipplesModel
  readonly shape: RipplesGeometry
  readonly width: number
  readonly height: number
}

const Picture = ({ ripples, shape, width, height }: PictureProps): ReactNode => (
  <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={dotsLabel(ripples)} className={ripples.look === 'solid' ? '' : `is-${ripples.look}`}>
    <defs>
      <Light id="ripples-light" near="ripples-light-near" />
      <linearGradient id="ripples-land" x1="0" y1="0" x2="0.7" y2="1">
        <stop className="ripples-land-high" />
        <stop offset="1" className="ripples-land-low" />
      </linearGradient>
      <Fade width={width} height={height} />
    </defs>
    <g mask="url(#ripples-mask)">
      <ellipse cx={shape.home.x} cy={shape.home.y} rx={shape.homeSize * 3} ry={shape.homeSize * 2.2} fill="url(#ripples-light)" />
      <ellipse cx={shape.away.x} cy={shape.away.y} rx={shape.away.light * 4.6} ry={shape.away.light * 3.3} fill="url(#ripples-light)" />
      <ellipse cx={shape.middle.x} cy={shape.middle.y} rx={shape.homeSize * 2.6} ry={shape.homeSize * 1.1} fill="url(#ripples-light)" opacity={0.7} />
      <Rings rings={shape.homeRings} className="ripples-home" />
      <Rings rings={shape.awayRings} className="ripples-away" />
    </g>
    {shape.strands.map((strand) => (
      <path key={strand} d={strand} className="ripples-strand" />
    ))}
    <g className="ripples-dots">
      {shape.dots.map(({ x, y, r, opacity, dashed }, index) => (
        <circle key={index} cx={x} cy={y} r={r} opacity={opacity} className={dashed ? 'is-dashed' : undefined} />
      ))}
    </g>
    <circle cx={shape.away.x} cy={shape.away.y} r={shape.away.light} className="ripples-shore" />
    {[shape.away, shape.apart].map(({ x, y, r }) => (
      <circle key={x} cx={x} cy={y} r={r} className="ripples-node" />
    ))}
    <Home ripples={ripples} at={shape.home} size={shape.homeSize} />
  </svg>
)

interface LabelProps {
  readonly at: Point
  readonly className?: string
  readonly children: ReactNode
}

/** Words over the picture stand in the page: they are read at their own size, whatever the picture's scale. */
const Label = ({ at, className = '', children }: LabelProps): ReactNode => (
  <span className={`ripples-label ${className}`} style={{ left: `${at.x}rem`, top: `${at.y}rem` }}>
    {children}
  </span>
)

const Labels = ({ ripples: { home, away, apart, key }, shape: { words, ...shape } }: Pick<PictureProps, 'ripples' | 'shape'>): ReactNode => (
  <>
    <Label at={words.home} className="is-home">
      {home}
    </Label>
    <Label at={shape.away} className="is-node">
      {away.name}
    </Label>
    <Label at={shape.apart} className="is-node">
      {apart.name}
    </Label>
    <Label at={words.away}>{away.association}</Label>
    <Label at={words.apart}>{apart.association}</Label>
    {key !== '' && words.key !== null && (
      <Label at={words.key} className="is-key">
        {key}
      </Label>
    )}
  </>
)

const Total = ({ figure, size, className }: { readonly figure: RipplesFigure | null; readonly size: 'grand' | 'kpi'; readonly className: string }): ReactNode =>
  figure !== null && (
    <div className={`ripples-total ${className}`}>
      <span className={statusDot(figure.observation)}>
        {figure.label}
        {figure.note !== '' && <small>{figure.note}</small>}
        <small>{figure.span}</small>
        <FigureStatus observation={figure.observation} printed={figure.note} />
      </span>
      <Figure observation={figure.observation} indicator={figure.indicator} size={size} />
    </div>
  )

function Ripples({ model: ripples }: PanelViewProps<RipplesModel>): ReactNode {
  const { form, rem } = useScene()
  const { key } = ripples
  const box = useRef<HTMLDivElement>(null)
  const size = useBoxSize(box)
  const [width, height] = [size.width / rem, size.height / rem]
  const shape = width > 0 && height > 0 ? geometry(ripples, width, height, form === 'column' ? 'tall' : 'wide') : null
  return (
    <div className="ripples">
      <Total figure={ripples.exchanges} size="grand" className="is-exchanges" />
      <Total figure={ripples.associations} size="kpi" className="is-associations" />
      <div ref={box} className="ripples-sea">
        {shape !== null && (
          <>
            <Picture ripples={ripples} shape={shape} width={width} height={height} />
            <Labels ripples={ripples} shape={shape} />
          </>
        )}
      </div>
      {key !== '' && form === 'column' && <p className="ripples-key">{key}</p>}
    </div>
  )
}

export const panel = definePanel({
  kind: 'ripples',
  options,
  model,
  summary,
  table,
  View: Ripples,
  bare: true,
  waits: ({ boundaries, boundariesFailed }) => boundaries === undefined && !boundariesFailed
})
