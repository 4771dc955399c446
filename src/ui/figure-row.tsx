import { use, type ReactNode } from 'react'
import type { Indicator } from '#contract/indicator.ts'
import type { Observation } from '#contract/observation.ts'
import { FigureStatus, ScopeMark } from './figure-status.tsx'
import { Figure } from './figure.tsx'
import { noScope, ScopeContext } from './scope-context.ts'
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

/** The published totals over a chart: the first one large. A wider scope that all of them have is said once. */
export function FigureRow({ figures, even = false }: FigureRowProps): ReactNode {
  const scopeOf = use(ScopeContext)
  const scopes = new Set(figures.map(({ observation }) => scopeOf(observation)))
  const [shared = null] = scopes.size === 1 ? scopes : []
  return (
    <ScopeContext value={shared === null ? scopeOf : noScope}>
      <div className="figure-row-list">
        {figures.map(({ observation, indicator, tail }, index) => (
          <span key={indicator.id} className="figure-row-item">
            <Figure observation={observation} indicator={indicator} size={index === 0 && !even ? 'hero' : 'row'} />
            {tail !== '' && <span className="figure-row-tail">{tail}</span>}
            <FigureStatus observation={observation} />
          </span>
        ))}
        {shared !== null && <ScopeMark word={shared} />}
      </div>
    </ScopeContext>
  )
}
