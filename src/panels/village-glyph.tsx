import { GLYPH, model, options, summary, table, type VillageGlyphModel } from '#charts/village-glyph.ts'
import { definePanel, type PanelViewProps } from '#panel-kit/define-panel.tsx'
import './village-glyph.css'

const HALF = GLYPH.outer + GLYPH.dot + 3

const Marks = ({ glyph: { name, sign, centres, rings, dots } }: { readonly glyph: VillageGlyphModel }) => (
  <svg viewBox={`${-HALF} ${-HALF} ${2 * HALF} ${2 * HALF}`} role="img" aria-label={`${name}示意`}>
    {rings.map((radius) => (
      <circle key={radius} r={radius} className="glyph-ring" />
    ))}
    {dots.map(({ x, y, r }, index) => (
      <circle key={index} cx={x} cy={y} r={r} className="glyph-dot" />
    ))}
    {centres.map(({ x, y, r }, index) => (
      <circle key={index} cx={x} cy={y} r={r} className="glyph-centre" />
    ))}
    {centres.length === 1 && (
      <text y={10} className="glyph-sign">
        {sign}
      </text>
    )}
  </svg>
)

const VillageGlyph = ({ model: glyph }: PanelViewProps<VillageGlyphModel>) => (
  <div className="glyph">
    <Marks glyph={glyph} />
    <ul>
      {glyph.parts.map(({ display, mark }) => (
        <li key={display} className={mark === 'centre' ? 'is-centre' : ''}>
          {display}
        </li>
      ))}
    </ul>
  </div>
)

export const panel = definePanel({ kind: 'village-glyph', options, model, summary, table, View: VillageGlyph })
