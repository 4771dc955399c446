import { use, type ReactNode } from 'react'
import type { Observation } from '#contract/observation.ts'
import { originText, statusText } from '#format/status.ts'
import { ScopeContext } from './scope-context.ts'
import { DemoTag } from './tags.tsx'
import './figure-status.css'

/** 全市: framed, for it is no part of the number. */
export const ScopeMark = ({ word }: { readonly word: string }): ReactNode => <small className="figure-scope">{word}</small>

/** Where a figure is of a wider area than the region that is looked at, which. */
export function FigureScope({ observation: { refArea } }: { readonly observation: Observation }): ReactNode {
  const word = use(ScopeContext)(refArea)
  return word === null ? null : <ScopeMark word={word} />
}

/** What a reader must know of a figure beside it: nothing for a published one, else its origin or status in words; and a wider scope. A forecast is dashed gold. */
export function FigureStatus({ observation }: { readonly observation: Observation }): ReactNode {
  const { origin, obsStatus } = observation
  const words = [origin === 'reported' ? originText(origin) : '', obsStatus === 'A' ? '' : statusText(obsStatus)].filter((word) => word !== '')
  return (
    <>
      <FigureScope observation={observation} />
      {origin === 'demo' && <DemoTag />}
      {words.length > 0 && <small className={`figure-status ${obsStatus === 'F' ? 'is-forecast' : ''}`}>{words.join(' ')}</small>}
    </>
  )
}
