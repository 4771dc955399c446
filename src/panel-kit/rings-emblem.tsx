import { CENTRE, OUTER, OWN_SIZE, type Dot, type Ring, type RingsModel } from '#charts/rings.ts'
import './rings-emblem.css'

const TICKS = 240

/** Published and reported places are solid, demo ones hollow, a forecast's dashed gold; dashed as well what lies beyond 以上. */
const classOf = (look: Ring['look'], { own, dashed }: Dot): string =>
  [own ? 'rings-own' : 'rings-dot', look === 'solid' ? '' : `is-${look}`, dashed ? 'is-dashed' : ''].filter((name) => name !== '').join(' ')

const Places = ({ ring: { radius, dots, dotRadius, look } }: { readonly ring: Ring }) => (
  <g>
    <circle r={radius} className="rings-orbit" />
    {dots.map((dot, index) => (
      <circle
        key={index}
        cx={dot.x}
        cy={dot.y}
        r={dot.own ? dotRadius * OWN_SIZE : dotRadius}
        className={classOf(look, dot)}
        {...(dot.opacity < 1 ? { opacity: dot.opacity } : {})}
      />
    ))}
  </g>
)

function Wedge({ half }: { readonly half: number }) {
  const [x, y] = [-OUTER * 1.06 * Math.cos(half), OUTER * 1.06 * Math.sin(half)]
  return <path fill="url(#rings-beam)" d={`M0 0L${x} ${-y}A${OUTER * 1.06} ${OUTER * 1.06} 0 0 0 ${x} ${y}Z`} />
}

/** The outermost ring is texture: how many townships there are is not published. */
const Texture = ({ wedge }: { readonly wedge: number }) => (
  <g className="rings-texture">
    {Array.from({ length: TICKS }, (_, index) => {
      const turn = (index * 360) / TICKS
      const own = Math.abs(turn - 180) <= (wedge * 180) / Math.PI
      return <line key={index} x1={OUTER - 2.4} x2={OUTER + 2.4} transform={`rotate(${turn})`} className={own ? 'rings-tick-own' : ''} />
    })}
  </g>
)

/** Everything round the centre, in the svg's own units. */
export const Emblem = ({ model: { centre, here, rings, wedge } }: { readonly model: RingsModel }) => (
  <>
    <circle r={OUTER * 1.2} fill="url(#rings-light)" />
    {wedge > 0 && <Wedge half={wedge} />}
    <circle r={48} fill="url(#rings-glow)" />
    <Texture wedge={wedge} />
    {rings.map((ring) => (
      <Places key={ring.indicator.id} ring={ring} />
    ))}
    <circle r={CENTRE} className="rings-centre" />
    {[centre.slice(0, 2), centre.slice(2)].map((text, index) => (
      <text key={text} y={index === 0 ? -2 : 13.5} className="rings-text">
        {text}
      </text>
    ))}
    <text x={-OUTER - 8} y={5} className="rings-here">
      {here}
    </text>
  </>
)

export const Lights = () => (
  <defs>
    <radialGradient id="rings-light">
      <stop className="rings-light-near" />
      <stop offset="1" className="rings-light-far" />
    </radialGradient>
    <radialGradient id="rings-glow">
      <stop className="rings-glow-near" />
      <stop offset="1" className="rings-glow-far" />
    </radialGradient>
    <radialGradient id="rings-beam" gradientUnits="userSpaceOnUse" cx="0" cy="0" r={OUTER * 1.12}>
      <stop className="rings-beam-near" />
      <stop offset="1" className="rings-beam-far" />
    </radialGradient>
  </defs>
)
