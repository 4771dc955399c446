import { model, options, summary, table, type MilestonesModel } from '#charts/milestones.ts'
import { definePanel, type PanelViewProps } from '#panel-kit/define-panel.tsx'
import './milestones.css'

const Milestones = ({ model: { milestones, layout } }: PanelViewProps<MilestonesModel>) => (
  <ol className={`milestones milestones-${layout}`}>
    {milestones.map(({ date, name, highlight = false }) => (
      <li key={date + name} className={highlight ? 'is-highlight' : ''}>
        <time dateTime={date}>{date}</time>
        <span>{name}</span>
      </li>
    ))}
  </ol>
)

export const panel = definePanel({ kind: 'milestones', options, model, summary, table, View: Milestones, bare: true })
