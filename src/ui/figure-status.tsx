import type { ReactNode } from 'react'
import type { Observation } from '#contract/observation.ts'
import { originText, statusText } from '#format/status.ts'
import { DemoTag } from './tags.tsx'
import './figure-status.css'

/** What a reader must know of a figure beside it: nothing for a published one, else its origin or status in words. A forecast is dashed gold. */
export function FigureStatus({ observation: { origin, obsStatus } }: { readonly observation: Observation }): ReactNode {
  const words = [origin === 'reported' ? originText(origin) : '', obsStatus === 'A' ? '' : statusText(obsStatus)].filter((word) => word !== '')
  return (
    <>
      {origin === 'demo' && <DemoTag />}
      {words.length > 0 && <small className={`figure-status ${obsStatus === 'F' ? 'is-forecast' : ''}`}>{words.join(' ')}</small>}
    </>
  )
}
