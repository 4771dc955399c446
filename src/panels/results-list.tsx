import type { ReactNode } from 'react'
import type { LinePiece } from '#charts/line-template.ts'
import { model, options, summary, table, type ResultsListModel } from '#charts/results-list.ts'
import { definePanel, type PanelViewProps } from '#panel-kit/define-panel.tsx'
import { FigureScope, FigureStatus } from '#ui/figure-status.tsx'
import { Figure } from '#ui/figure.tsx'
import './results-list.css'

interface PieceProps {
  readonly piece: LinePiece
  /** Of the figure beside the line. */
  readonly refArea: string
}

/** A figure of another area than the one beside the line says which, where that is wider than the region that is looked at. */
function Piece({ piece, refArea }: PieceProps): ReactNode {
  if ('text' in piece) return piece.text
  return (
    <>
      {piece.figure.observation.refArea !== refArea && <FigureScope observation={piece.figure.observation} />}
      <Figure {...piece.figure} size="line" />
    </>
  )
}

const ResultsList = ({ model: { rows } }: PanelViewProps<ResultsListModel>) => (
  <ul className="results">
    {rows.map(({ title, line, tail, observation, indicator }) => (
      <li key={indicator.id}>
        <div className="results-text">
          <h4>
            {title}
            <FigureStatus observation={observation} />
          </h4>
          <p>
            {line.map((piece, index) => (
              <Piece key={index} piece={piece} refArea={observation.refArea} />
            ))}
          </p>
        </div>
        <span className="results-figure">
          <Figure observation={observation} indicator={indicator} size="row" />
          {tail !== '' && <span className="results-tail">{tail}</span>}
        </span>
      </li>
    ))}
  </ul>
)

export const panel = definePanel({ kind: 'results-list', options, model, summary, table, View: ResultsList })
