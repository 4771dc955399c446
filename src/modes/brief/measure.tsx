import { useEffect, useRef, type ReactNode } from 'react'
import { DrawingContext } from '#panel-kit/drawing-context.ts'
import type { Panel } from '#contract/scene.ts'
import { BlockPlace } from './block-place.tsx'
import type { Span } from './block.ts'
import type { PageFacts } from './page-facts.ts'
import { spansOf, type Seen } from './panel-block.ts'
import { Sheet } from './sheet.tsx'

/** All that has to be known before panels are put on pages, in rem. */
export interface Measured {
  readonly first: number
  readonly next: number
  readonly seen: (panel: string, span: Span) => Seen
}

const NOTHING: Seen = { height: 0, draws: false, empty: true }

const keyOf = (panel: string, span: Span): string => `${panel} ${span}`

/** What stands in every panel, whatever it shows. */
const AROUND = '.panel-head, .panel-age, .visually-hidden, .table-button'

/** It says so, or there is nothing but its title. */
const isEmpty = (part: HTMLElement): boolean =>
  part.querySelector('[data-panel-state="empty"]') !== null || part.querySelector(`.panel > :not(${AROUND})`) === null

function read(box: HTMLElement, rem: number): Measured {
  const bodies = [...box.querySelectorAll('.sheet-body')].map((body) => body.clientHeight / rem)
  const seen = new Map(
    [...box.querySelectorAll<HTMLElement>('[data-measure]')].map((part) => [
      part.dataset.measure ?? '',
      {
        height: part.getBoundingClientRect().height / rem,
        draws: part.querySelector('.chart') !== null,
        empty: isEmpty(part)
      }
    ])
  )
  return { first: bodies[0] ?? 0, next: bodies[1] ?? 0, seen: (panel, span) => seen.get(keyOf(panel, span)) ?? NOTHING }
}

const frame = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => resolve())
  })

interface MeasureProps {
  readonly facts: PageFacts
  readonly panels: readonly Panel[]
  readonly widthOf: (span: Span) => number
  readonly rem: number
  readonly onMeasured: (measured: Measured) => void
}

/** Both kinds of pages without panels, and each panel in each width: seen by nobody, read once. */
export function Measure({ facts, panels, widthOf, rem, onMeasured }: MeasureProps): ReactNode {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let gone = false
    // Panels that look at their own size do so a frame later.
    void (async () => {
      await frame()
      await frame()
      if (!gone && box.current !== null) onMeasured(read(box.current, rem))
    })()
    return () => {
      gone = true
    }
  }, [onMeasured, rem])
  return (
    <div ref={box} className="measure" inert>
      <DrawingContext value="none">
        <Sheet facts={facts} index={0} />
        <Sheet facts={facts} index={1} />
        {panels.flatMap((panel) =>
          spansOf(widthOf).map((span) => (
            <div key={keyOf(panel.id, span)} data-measure={keyOf(panel.id, span)} style={{ width: `${widthOf(span)}rem` }}>
              <BlockPlace panel={panel} width={widthOf(span)} natural />
            </div>
          ))
        )}
      </DrawingContext>
    </div>
  )
}
