import { model, options, summary, table, type SeatsModel } from '#charts/seats.ts'
import { definePanel, type PanelViewProps } from '#panel-kit/define-panel.tsx'
import { FigureStatus } from '#ui/figure-status.tsx'
import { Figure } from '#ui/figure.tsx'
import './seats.css'

const Table = ({ seats, thickness, demo }: Pick<SeatsModel, 'seats' | 'thickness' | 'demo'>) => (
  <svg viewBox="-1.2 -1.2 2.4 2.4" aria-hidden="true" className={demo ? 'is-demo' : ''}>
    <circle r={0.6} className="seats-table" />
    <circle r={0.29} className="seats-middle" />
    {seats.map((seat) => (
      <path key={seat} d={seat} className="seats-seat" strokeWidth={thickness} />
    ))}
  </svg>
)

const Seats = ({ model: { figure, note, seats, thickness, demo } }: PanelViewProps<SeatsModel>) => (
  <div className="seats">
    <div>
      <Figure {...figure} size="hero" />
      <FigureStatus observation={figure.observation} printed={note} />
      {note !== '' && <p>{note}</p>}
    </div>
    {seats.length > 0 && <Table seats={seats} thickness={thickness} demo={demo} />}
  </div>
)

export const panel = definePanel({ kind: 'seats', options, model, summary, table, View: Seats })
