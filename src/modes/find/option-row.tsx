import type { ReactNode } from 'react'
import { datedText, periodText } from '#format/period.ts'
import { phrase } from '#format/phrase.ts'
import { originText, statusText } from '#format/status.ts'
import type { Kind, NamedFigure } from './names.ts'
import type { Hit, Option } from './search.ts'

const KIND: Record<Kind, string> = { scene: '场景', region: '地区', programme: '举措', indicator: '指标' }

interface Run {
  readonly found: boolean
  readonly text: string
}

/** The text in pieces that are found and pieces that are not. */
function runsOf({ text, marks }: Pick<Hit, 'text' | 'marks'>): readonly Run[] {
  const characters = Array.from(text)
  const edges = [...new Set([0, ...marks.flatMap(({ from, to }) => [from, to]), characters.length])].toSorted((a, b) => a - b)
  return edges.slice(0, -1).map((from, index) => ({
    found: marks.some((mark) => from >= mark.from && from < mark.to),
    text: characters.slice(from, edges[index + 1]).join('')
  }))
}

const Marked = (hit: Pick<Hit, 'text' | 'marks'>): ReactNode =>
  runsOf(hit).map(({ found, text }, index) => (found ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>))

/** Whose figure it is, of when, how sure and from whom: never the number alone. */
function FigureLine({ observation, indicator, answer }: NamedFigure): ReactNode {
  const { refArea, scope, timePeriod, periodText: printed, origin, obsStatus, source } = observation
  const region = answer.regions.find(({ code }) => code === refArea)?.name ?? refArea
  const from = answer.sources.find(({ id }) => id === source)
  const words = [
    `${region} ${scope}`,
    printed === undefined ? periodText(timePeriod) : datedText(printed, timePeriod),
    obsStatus === 'A' ? originText(origin) : `${originText(origin)} ${statusText(obsStatus)}`,
    from?.publisher ?? from?.title ?? source
  ]
  return (
    <span className="find-figure">
      <b data-figure={`${observation.indicator}@${refArea}`}>{phrase(observation, indicator.unitMeasure)}</b>
      <small>{words.join(' · ')}</small>
    </span>
  )
}

export function OptionRow({ option: { hit, place, first } }: { readonly option: Option }): ReactNode {
  const { kind, name, figure } = hit.name
  const where = hit.region === undefined ? '' : ` · ${hit.region.name}`
  if (!first) return <span className="find-also">{`也见 ${place?.title ?? ''}${where}`}</span>
  return (
    <>
      <span className="find-kind">{KIND[kind]}</span>
      <span className="find-name">
        {hit.text === name ? (
          <Marked text={name} marks={hit.marks} />
        ) : (
          <>
            {name}（<Marked text={hit.text} marks={hit.marks} />）
          </>
        )}
        {where}
        {figure !== undefined && hit.region === undefined && <FigureLine {...figure} />}
      </span>
      {kind !== 'scene' && place !== undefined && <span className="find-place">{place.title}</span>}
    </>
  )
}
