import { model, options, summary, table, type LoneFigureModel } from '#charts/lone-figure.ts'
import { definePanel, type PanelViewProps } from '#panel-kit/define-panel.tsx'
import { FigureStatus } from '#ui/figure-status.tsx'
import { Figure } from '#ui/figure.tsx'
import './lone-figure.css'

const LoneFigure = ({ model: { observation, indicator, note } }: PanelViewProps<LoneFigureModel>) => (
  <div className="lone-figure">
    <Figure observation={observation} indicator={indicator} size="hero" />
    <FigureStatus observation={observation} printed={note} />
    {note !== '' && <p>{note}</p>}
  </div>
)

export const panel = definePanel({ kind: 'lone-figure', options, model, summary, table, View: LoneFigure })
