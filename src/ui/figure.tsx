import { use, type ReactNode } from 'react'
import type { Indicator } from '#contract/indicator.ts'
import type { Observation } from '#contract/observation.ts'
import { phraseParts, type PhrasePart } from '#format/phrase.ts'
import { SourceCardContext } from './source-card-context.ts'
import './figure.css'

interface FigureProps {
  readonly observation: Observation
  readonly indicator: Indicator
  readonly size?: 'kpi' | 'hero' | 'row' | 'stat' | 'line'
}

/** From five digits on a thin gap, drawn by CSS: a published phrase carries no comma. */
function Numeral({ text }: { readonly text: string }): ReactNode {
  if (!/^\d{5,}$/.test(text)) return <b>{text}</b>
  return <b>{text.slice(0, -3)}<span className="figure-gap">{text.slice(-3)}</span></b>
}

const Part = ({ part }: { readonly part: PhrasePart }): ReactNode =>
  part.role === 'number' ? <Numeral text={part.text} /> : <i className={`figure-${part.role}`}>{part.text}</i>

/**
 * A published or reported phrase. Its text is the phrase and nothing else; a click or keyboard focus
 * shows where it comes from.
 */
export function Figure({ observation, indicator, size = 'row' }: FigureProps): ReactNode {
  const card = use(SourceCardContext)
  const parts = phraseParts(observation, indicator.unitMeasure)
  return (
    <button type="button" className={`figure figure-${size}`} data-figure={`${observation.indicator}@${observation.refArea}`} {...card.triggerFor({ observation, indicator })}>
      {parts.map((part, index) => <Part key={`${part.role}${index}`} part={part} />)}
    </button>
  )
}
