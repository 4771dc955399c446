import type { ReactNode } from 'react'
import type { Indicator } from '#contract/indicator.ts'
import type { Observation } from '#contract/observation.ts'
import { FigureStatus } from './figure-status.tsx'
import { Figure } from './figure.tsx'
import './figure-row.css'

interface RowFigure {
  readonly observation: Observation
  readonly indicator: Indicator
  /** A word after the phrase that is not part of it: 628个 项目. */
  readonly tail: string
}

interface FigureRowProps {
  readonly figures: readonly RowFigure[]
  /** All of one size, where none of them leads. */
  readonly even?: boolean
}

/** The published totals over a chart: the first one large. */
export const FigureRow = ({ figures, even = false }: FigureRowProps): ReactNode => (
  <div className="figure-row-list">
    {figures.map(({ observation, indicator, tail }, index) => (
      <span key={indicator.id} className="figure-row-item">
        <Figure observation={observation} indicator={indicator} size={index === 0 && !even ? 'hero' : 'row'} />
        {tail !== '' && <span className="figure-row-tail">{tail}</span>}
        <FigureStatus observation={observation} />
      </span>
    ))}
  </div>
)
