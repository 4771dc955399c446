import { use, type ReactNode } from 'react'
import type { Observation } from '#contract/observation.ts'
import { originText, statusText } from '#format/status.ts'
import { isSaid } from '#format/wider-scope.ts'
import { ScopeContext } from './scope-context.ts'
import { DemoTag } from './tags.tsx'
import './figure-status.css'

/** 全市: framed, for it is no part of the number. */
export const ScopeMark = ({ word }: { readonly word: string }): ReactNode => <small className="figure-scope">{word}</small>

interface FigureStatusProps {
  readonly observation: Observation
  /** What stands beside it anyhow: what it is for is not said again. */
  readonly printed?: string
}

/** Where a figure is of a wider area than the region that is looked at, what it is for. */
export function FigureScope({ observation, printed = '' }: FigureStatusProps): ReactNode {
  const word = use(ScopeContext)(observation)
  return word === null || isSaid(word, printed) ? null : <ScopeMark word={word} />
}

/** What a reader must know of a figure beside it: nothing for a published one, else its origin or status in words; and a wider scope. A forecast is dashed gold. */
export function FigureStatus({ observation, printed }: FigureStatusProps): ReactNode {
  const { origin, obsStatus } = observation
  const words = [origin === 'reported' ? originText(origin) : '', obsStatus === 'A' ? '' : statusText(obsStatus)].filter((word) => word !== '')
  return (
    <>
      <FigureScope observation={observation} printed={printed} />
      {origin === 'demo' && <DemoTag />}
      {words.length > 0 && <small className={`figure-status ${obsStatus === 'F' ? 'is-forecast' : ''}`}>{words.join(' ')}</small>}
    </>
  )
}
