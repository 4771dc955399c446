import type { ReactNode } from 'react'
import { model, options, summary, table, type CountEmblemModel, type CountMark } from '#charts/count-emblem.ts'
import { definePanel, type PanelViewProps } from '#panel-kit/define-panel.tsx'
import { FigureStatus } from '#ui/figure-status.tsx'
import { Figure } from '#ui/figure.tsx'
import './count-emblem.css'

/** The brand's circles; the latest has one more. */
const Mark = ({ mark: { name, latest }, look }: { readonly mark: CountMark; readonly look: string }): ReactNode => (
  <li className={[latest ? 'is-latest' : '', `is-${look}`].join(' ')}>
    <svg viewBox="-22 -22 44 44" aria-hidden="true">
      {latest && <circle r={21} className="counted-ring" />}
      <circle r={15} className="counted-ring" />
      <circle r={8} className="counted-core" />
    </svg>
    <span>{name}</span>
  </li>
)

const CountEmblem = ({ model: { observation, indicator, note, look, marks } }: PanelViewProps<CountEmblemModel>) => (
  <div className="count-emblem">
    <div>
      <Figure observation={observation} indicator={indicator} size="hero" />
      <FigureStatus observation={observation} printed={note} />
      {note !== '' && <p>{note}</p>}
    </div>
    {marks.length > 0 && (
      <ol className="counted">
        {marks.map((mark) => (
          <Mark key={mark.name} mark={mark} look={look} />
        ))}
      </ol>
    )}
  </div>
)

export const panel = definePanel({ kind: 'count-emblem', options, model, summary, table, View: CountEmblem })
