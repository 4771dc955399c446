import { Fragment, type ReactNode } from 'react'
import { model, options, summary, table, type DefinedFigure, type DefinitionCardModel, type DefinitionSide } from '#charts/definition-card.ts'
import { labelOf } from '#charts/panel-data.ts'
import { definePanel, type PanelViewProps } from '#panel-kit/define-panel.tsx'
import { FigureStatus } from '#ui/figure-status.tsx'
import { Figure } from '#ui/figure.tsx'
import './definition-card.css'

const Period = ({ of }: { readonly of: string | null }): ReactNode => of !== null && <small>{of}</small>

const Defined = ({ figure: { observation, indicator, period } }: { readonly figure: DefinedFigure }): ReactNode => (
  <div>
    <p className="definition-name">
      {labelOf(indicator)}
      <Period of={period} />
    </p>
    <Figure observation={observation} indicator={indicator} size="stat" />
    <FigureStatus observation={observation} />
  </div>
)

const Side = ({ side: { title, period, figures, notes } }: { readonly side: DefinitionSide }): ReactNode => (
  <div className="definition">
    <h4>
      {title}
      <Period of={period} />
    </h4>
    <div className="definition-figures">
      {figures.map((figure) => (
        <Defined key={figure.indicator.id} figure={figure} />
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
