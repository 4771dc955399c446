import { model, options, summary, table, type YearRingsModel } from '#charts/year-rings.ts'
import { definePanel, type PanelViewProps } from '#panel-kit/define-panel.tsx'
import { FigureStatus } from '#ui/figure-status.tsx'
import { Figure } from '#ui/figure.tsx'
import './year-rings.css'

const YearRings = ({ model: { observation, indicator, note, rings } }: PanelViewProps<YearRingsModel>) => (
  <div className="years">
    <div>
      <Figure observation={observation} indicator={indicator} size="hero" />
      <FigureStatus observation={observation} printed={note} />
      {note !== '' && <p>{note}</p>}
    </div>
    {rings.length > 0 && (
      <svg viewBox="-52 -52 104 104" aria-hidden="true">
        {rings.map(({ radius, width, newest }) => (
          <circle
            key={radius}
            r={radius}
            strokeWidth={width}
            className={['years-ring', newest ? 'is-newest' : '', observation.origin === 'demo' ? 'is-demo' : ''].join(' ')}
          />
        ))}
      </svg>
    )}
  </div>
)

export const panel = definePanel({ kind: 'year-rings', options, model, summary, table, View: YearRings })
