import { use, type ReactNode } from 'react'
import type { LinePiece } from '#charts/line-template.ts'
import type { FigureItem } from '#charts/panel-data.ts'
import { phrase } from '#format/phrase.ts'
import { FigureStatus, ScopeMark } from '#ui/figure-status.tsx'
import { Figure } from '#ui/figure.tsx'
import { statusDot } from '#ui/status-dot.ts'
import { ScopeContext } from '#ui/scope-context.ts'
import type { LeadingFigure } from './leading-figures.ts'
import type { PageFacts } from './page-facts.ts'

/** A published figure within a line: its phrase, which no line break cuts. */
const Phrase = ({ observation, indicator }: FigureItem): ReactNode => (
  <span className="brief-phrase" data-figure={`${observation.indicator}@${observation.refArea}`}>
    {phrase(observation, indicator.unitMeasure)}
  </span>
)

/** 全市, before a line that states figures of a wider area than the region that is looked at. */
function LineScope({ line }: { readonly line: readonly LinePiece[] }): ReactNode {
  const scopeOf = use(ScopeContext)
  const words = new Set(line.flatMap((piece) => ('figure' in piece ? (scopeOf(piece.figure.observation) ?? []) : [])))
  return [...words].map((word) => <ScopeMark key={word} word={word} />)
}

const Line = ({ line }: { readonly line: readonly LinePiece[] }): ReactNode => (
  <>
    <LineScope line={line} />
    {line.map((piece, i) => ('text' in piece ? piece.text : <Phrase key={i} {...piece.figure} />))}
  </>
)

function Leading({ figure, marks, first }: { readonly figure: LeadingFigure; readonly marks: string; readonly first: boolean }): ReactNode {
  const { observation, indicator, label, period } = figure
  return (
    <li className={first ? 'is-first' : undefined}>
      <span className={`lead-label ${statusDot(observation)}`}>
        {label}
        {marks !== '' && <sup>{marks}</sup>}
      </span>
      <Figure observation={observation} indicator={indicator} size="hero" />
      <p className="lead-period">
        {period}
        <FigureStatus observation={observation} />
      </p>
    </li>
  )
}

/** Those that one panel brought stand for it. */
function LeadingFigures({ facts: { leading, led, footnotes } }: { readonly facts: PageFacts }): ReactNode {
  return (
    <div className={`lead ${leading.length === 0 ? 'is-empty' : ''}`}>
      {[...led, null].map((panel) => (
        <ul key={panel ?? ''} data-panel={panel ?? undefined} data-panel-state={panel === null ? undefined : 'live'}>
          {leading
            .filter((figure) => figure.panel === panel)
            .map((figure) => (
              <Leading key={figure.indicator.id} figure={figure} marks={footnotes.marksOf([figure.observation])} first={figure === leading[0]} />
            ))}
        </ul>
      ))}
    </div>
  )
}

/** What stands over the panels of a scene's first page. */
export const Opening = ({ facts }: { readonly facts: PageFacts }): ReactNode => (
  <>
    <h2 className="sheet-headline">{facts.headline === null ? facts.title : <Line line={facts.headline} />}</h2>
    {facts.standfirst !== null && (
      <p className="sheet-standfirst">
        <Line line={facts.standfirst} />
      </p>
    )}
    <LeadingFigures facts={facts} />
  </>
)

/** On the pages behind it the scene is named again. */
export const Continued = ({ facts }: { readonly facts: PageFacts }): ReactNode => (
  <h2 className="sheet-continued">
    {facts.title}
    <small>（续）</small>
  </h2>
)
