import type { ReactNode } from 'react'
import { model, options, summary, table, type CoverageSquaresModel, type Square } from '#charts/coverage-squares.ts'
import { definePanel, type PanelViewProps } from '#panel-kit/define-panel.tsx'
import { FigureStatus } from '#ui/figure-status.tsx'
import { Figure } from '#ui/figure.tsx'
import './coverage-squares.css'

const kindOf = ({ sure, open }: Square): string => (open > 0 ? 'is-open' : sure > 0 ? 'is-sure' : 'is-none')

/** A square that is covered in part is filled from its left edge. */
const Cell = ({ square }: { readonly square: Square }): ReactNode => (
  <i className={kindOf(square)}>{square.sure > 0 && <b style={{ width: `${square.sure * 100}%` }} />}</i>
)

const marksOf = ({ origin, obsStatus }: CoverageSquaresModel['observation']): string =>
  [origin === 'demo' ? 'is-demo' : '', obsStatus === 'F' ? 'is-forecast' : ''].join(' ')

const CoverageSquares = ({ model: { squares, lines, observation, indicator } }: PanelViewProps<CoverageSquaresModel>) => (
  <div className="coverage">
    {squares.length > 0 && (
      <div className={`coverage-squares ${marksOf(observation)}`} aria-hidden="true">
        {squares.map((square, index) => (
          <Cell key={index} square={square} />
        ))}
      </div>
    )}
    <div>
      <p className="coverage-figure">
        <Figure observation={observation} indicator={indicator} size="hero" />
        <FigureStatus observation={observation} />
      </p>
      {lines.map((line) => (
        <p key={line} className="coverage-line">
          {line}
        </p>
      ))}
    </div>
  </div>
)

export const panel = definePanel({ kind: 'coverage-squares', options, model, summary, table, View: CoverageSquares })
