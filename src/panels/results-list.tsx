import { use, type ReactNode } from 'react'
import type { LinePiece } from '#charts/line-template.ts'
import { model, options, summary, table, type ResultsListModel } from '#charts/results-list.ts'
import type { Observation } from '#contract/observation.ts'
import { definePanel, type PanelViewProps } from '#panel-kit/define-panel.tsx'
import { useScene } from '#panel-kit/scene-context.ts'
import { FigureStatus, ScopeMark } from '#ui/figure-status.tsx'
import { Figure } from '#ui/figure.tsx'
import { ScopeContext } from '#ui/scope-context.ts'
import './results-list.css'

interface PieceProps {
  readonly piece: LinePiece
  /** The figure beside the line. */
  readonly beside: Observation
}

/** A figure for something else than the one beside the line says what for, where either is wider than the region that is looked at. */
function PieceScope({ own, beside }: { readonly own: Observation; readonly beside: Observation }): ReactNode {
  const scopeOf = use(ScopeContext)
  const { regions } = useScene().answer
  const [word, other] = [scopeOf(own), scopeOf(beside)]
  if (word === other) return null
  return <ScopeMark word={word ?? regions.find(({ code }) => code === own.refArea)?.name ?? own.refArea} />
}

function Piece({ piece, beside }: PieceProps): ReactNode {
  if ('text' in piece) return piece.text
  return (
    <>
      <PieceScope own={piece.figure.observation} beside={beside} />
      <Figure {...piece.figure} size="line" />
    </>
  )
}

const writtenIn = (line: readonly LinePiece[]): string => line.map((piece) => ('text' in piece ? piece.text : '')).join('')

const ResultsList = ({ model: { rows } }: PanelViewProps<ResultsListModel>) => (
  <ul className="results">
    {rows.map(({ title, line, tail, observation, indicator }) => (
      <li key={indicator.id}>
        <div className="results-text">
          <h4>
            {title}
            <FigureStatus observation={observation} printed={writtenIn(line)} />
          </h4>
          <p>
            {line.map((piece, index) => (
              <Piece key={index} piece={piece} beside={observation} />
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
