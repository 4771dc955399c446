import { use, type ReactNode } from 'react'
import type { Indicator } from '#contract/indicator.ts'
import type { Observation } from '#contract/observation.ts'
import { phraseParts, type PhrasePart } from '#format/phrase.ts'
import { absenceText } from '#format/status.ts'
import { SourceCardContext } from './source-card-context.ts'
import './figure.css'

type Size = 'grand' | 'kpi' | 'hero' | 'row' | 'stat' | 'line'

/** What each size has in layout rem: the room it stands in, and the widths of a digit and of a character beside it. */
const ROOM: Record<Size, { readonly room: number; readonly digit: number; readonly word: number } | null> = {
  grand: { room: 24, digit: 3.35, word: 2.25 },
  kpi: { room: 20, digit: 2.45, word: 1.75 },
  hero: { room: 17, digit: 1.7, word: 1.375 },
  row: { room: 12.5, digit: 1.2, word: 1.25 },
  stat: { room: 8, digit: 1.05, word: 1.125 },
  line: null
}

/** 1, or less for a phrase that would not fit: a longer number is set smaller, never cut. */
function fitOf(parts: readonly PhrasePart[], size: Size): number {
  const measure = ROOM[size]
  if (measure === null) return 1
  const width = parts.reduce((sum, { role, text }) => sum + text.length * (role === 'number' ? measure.digit : measure.word), 0)
  return Math.min(1, measure.room / width)
}

interface FigureProps {
  readonly observation: Observation
  readonly indicator: Indicator
  readonly size?: Size
}

/** From five digits on a thin gap, drawn by CSS: a published phrase carries no comma. */
function Numeral({ text }: { readonly text: string }): ReactNode {
  if (!/^\d{5,}$/.test(text)) return <b>{text}</b>
  return (
    <b>
      {text.slice(0, -3)}
      <span className="figure-gap">{text.slice(-3)}</span>
    </b>
  )
}

const Part = ({ part }: { readonly part: PhrasePart }): ReactNode =>
  part.role === 'number' ? (
    <Numeral text={part.text} />
  ) : part.role === 'magnitude' ? (
    <b className="figure-magnitude">{part.text}</b>
  ) : (
    <i className={`figure-${part.role}`}>{part.text}</i>
  )

/**
 * A published or reported phrase. Its text is the phrase and nothing else; a click or keyboard focus
 * shows where it comes from. Where there is no value it says why, and is no phrase.
 */
export function Figure({ observation, indicator, size = 'row' }: FigureProps): ReactNode {
  const card = use(SourceCardContext)
  const parts = phraseParts(observation, indicator.unitMeasure)
  const fit = fitOf(parts, size)
  return (
    <button
      type="button"
      className={`figure figure-${size}`}
      style={fit < 1 ? { fontSize: `${fit}rem` } : undefined}
      data-figure={parts.length === 0 ? undefined : `${observation.indicator}@${observation.refArea}`}
      {...card.triggerFor({ observation, indicator })}
    >
      {parts.length === 0 && <i className="figure-unit">{absenceText(observation.obsStatus)}</i>}
      {parts.map((part, index) => (
        <Part key={`${part.role}${index}`} part={part} />
      ))}
    </button>
  )
}
