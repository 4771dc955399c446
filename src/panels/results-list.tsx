import { use, type ReactNode } from 'react'
import type { LinePiece } from '#charts/line-template.ts'
import { model, options, summary, table, type ResultsListModel } from '#charts/results-list.ts'
import { definePanel, type PanelViewProps } from '#panel-kit/define-panel.tsx'
import { useScene } from '#panel-kit/scene-context.ts'
import { FigureStatus, ScopeMark } from '#ui/figure-status.tsx'
import { Figure } from '#ui/figure.tsx'
import { ScopeContext } from '#ui/scope-context.ts'
import './results-list.css'

interface PieceProps {
  readonly piece: LinePiece
  /** Of the figure beside the line. */
  readonly refArea: string
}

/** A figure of another area than the one beside the line says whose it is, where either is wider than the region that is looked at. */
function PieceScope({ own, refArea }: { readonly own: string; readonly refArea: string }): ReactNode {
  const scopeOf = use(ScopeContext)
  const { regions } = useScene().answer
  const [word, beside] = [scopeOf(own), scopeOf(refArea)]
  if (own === refArea || (word === null && beside === null)) return null
  return <ScopeMark word={word ?? regions.find(({ code }) => code === own)?.name ?? own} />
}

function Piece({ piece, refArea }: PieceProps): ReactNode {
  if ('text' in piece) return piece.text
  return (
    <>
      <PieceScope own={piece.figure.observation.refArea} refArea={refArea} />
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
