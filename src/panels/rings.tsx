import { model, options, summary, table, type Ring, type RingsModel } from '#charts/rings.ts'
import { definePanel, type PanelViewProps } from '#panel-kit/define-panel.tsx'
import { FigureStatus } from '#ui/figure-status.tsx'
import { Figure } from '#ui/figure.tsx'
import './rings.css'

const OUTER = 100

const Places = ({ ring: { radius, dots, dotRadius } }: { readonly ring: Ring }) => (
  <g>
    <circle r={radius} className="rings-orbit" />
    {dots.map(({ x, y, own }, index) => (
      <circle key={index} cx={x} cy={y} r={own ? dotRadius * 1.25 : dotRadius} className={own ? 'rings-own' : 'rings-dot'} />
    ))}
  </g>
)

function Wedge({ half }: { readonly half: number }) {
  const [x, y] = [-OUTER * 1.06 * Math.cos(half), OUTER * 1.06 * Math.sin(half)]
  return <path className="rings-wedge" d={`M0 0L${x} ${-y}A${OUTER * 1.06} ${OUTER * 1.06} 0 0 0 ${x} ${y}Z`} />
}

/** The outermost ring is texture: how many townships there are is not published. */
const Texture = () => (
  <g className="rings-texture">
    {Array.from({ length: 180 }, (_, index) => (
      <line key={index} x1={OUTER - 2.4} x2={OUTER + 2.4} transform={`rotate(${index * 2})`} />
    ))}
  </g>
)

const Rings = ({ model: { centre, here, rings, figures, wedge } }: PanelViewProps<RingsModel>) => (
  <div className="rings">
    <svg viewBox="-140 -106 280 212" role="img" aria-label={`${centre}贯通示意`}>
      <defs>
        <radialGradient id="rings-light">
          <stop className="rings-light-near" />
          <stop offset="1" className="rings-light-far" />
        </radialGradient>
      </defs>
      <circle r={OUTER * 1.2} fill="url(#rings-light)" />
      <Wedge half={wedge} />
      <Texture />
      {rings.map((ring) => (
        <Places key={ring.indicator.id} ring={ring} />
      ))}
      <circle r={23} className="rings-centre" />
      {[centre.slice(0, 2), centre.slice(2)].map((text, index) => (
        <text key={text} y={index === 0 ? -2 : 13.5} className="rings-text">
          {text}
        </text>
      ))}
      <text x={-OUTER - 8} y={5} className="rings-here">
        {here}
      </text>
    </svg>
    <ul>
      {figures.map(({ observation, indicator, label, period }) => (
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

export const panel = definePanel({ kind: 'rings', options, model, summary, table, View: Rings })
