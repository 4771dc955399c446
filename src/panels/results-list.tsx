import type { ReactNode } from 'react'
import type { LinePiece } from '#charts/line-template.ts'
import { model, options, summary, table, type ResultsListModel } from '#charts/results-list.ts'
import { definePanel, type PanelViewProps } from '#panel-kit/define-panel.tsx'
import { FigureStatus } from '#ui/figure-status.tsx'
import { Figure } from '#ui/figure.tsx'
import './results-list.css'

const Piece = ({ piece }: { readonly piece: LinePiece }): ReactNode => ('text' in piece ? piece.text : <Figure {...piece.figure} size="line" />)

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
              <Piece key={index} piece={piece} />
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
