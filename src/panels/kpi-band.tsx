import { model, options, summary, table, type FigureListModel } from '#charts/figure-list.ts'
import { definePanel, type PanelViewProps } from '#panel-kit/define-panel.tsx'
import { FigureStatus } from '#ui/figure-status.tsx'
import { Figure } from '#ui/figure.tsx'
import './kpi-band.css'

const KpiBand = ({ model: { items } }: PanelViewProps<FigureListModel>) => (
  <ul className="kpis">
    {items.map(({ observation, indicator, label, period }) => (
      <li key={indicator.id} className="kpi">
        <span className={`kpi-label ${observation.origin === 'demo' ? 'is-demo' : ''}`}>
          {label}
          {period !== null && <small>{period}</small>}
          <FigureStatus observation={observation} />
        </span>
        <Figure observation={observation} indicator={indicator} size="kpi" />
      </li>
    ))}
  </ul>
)

export const panel = definePanel({ kind: 'kpi-band', options, model, summary, table, View: KpiBand, bare: true })
