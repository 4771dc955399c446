import { statsModel as model, options, summary, table, type FigureListModel } from '#charts/figure-list.ts'
import { definePanel, type PanelViewProps } from '#panel-kit/define-panel.tsx'
import { FigureStatus } from '#ui/figure-status.tsx'
import { Figure } from '#ui/figure.tsx'
import './stats.css'

const Stats = ({ model: { items } }: PanelViewProps<FigureListModel>) => (
  <ul className="stats">
    {items.map(({ observation, indicator, label, period }) => (
      <li key={indicator.id}>
        <span className="stats-label">
          {label}
          {period !== null && <small>{period}</small>}
          <FigureStatus observation={observation} />
        </span>
        <Figure observation={observation} indicator={indicator} size="row" />
      </li>
    ))}
  </ul>
)

export const panel = definePanel({ kind: 'stats', options, model, summary, table, View: Stats })
