import { Fragment, type ReactNode } from 'react'
import { model, options, summary, table, type DefinitionCardModel, type DefinitionSide } from '#charts/definition-card.ts'
import { definePanel, type PanelViewProps } from '#panel-kit/define-panel.tsx'
import { FigureStatus } from '#ui/figure-status.tsx'
import { Figure } from '#ui/figure.tsx'
import './definition-card.css'

const Side = ({ side: { title, figures, notes } }: { readonly side: DefinitionSide }): ReactNode => (
  <div className="definition">
    <h4>{title}</h4>
    <div className="definition-figures">
      {figures.map(({ observation, indicator }) => (
        <span key={indicator.id}>
          <Figure observation={observation} indicator={indicator} size="stat" />
          <FigureStatus observation={observation} />
        </span>
      ))}
    </div>
    {notes.map((note) => (
      <p key={note}>{note}</p>
    ))}
  </div>
)

/** The sign keeps two definitions apart: their figures are never added or put on one axis. */
const Apart = (): ReactNode => (
  <div className="definition-apart" role="img" aria-label="不等于">
    ≠
  </div>
)

const DefinitionCard = ({ model: { sides } }: PanelViewProps<DefinitionCardModel>) => (
  <div className="definitions">
    {sides.map((side, index) => (
      <Fragment key={side.title}>
        {index > 0 && <Apart />}
        <Side side={side} />
      </Fragment>
    ))}
  </div>
)

export const panel = definePanel({ kind: 'definition-card', options, model, summary, table, View: DefinitionCard })
