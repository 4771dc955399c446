import { useCallback, useEffect, useMemo, useState, type CSSProperties, type ReactNode } from 'react'
import { DrawingContext } from '#panel-kit/drawing-context.ts'
import { usePainted } from '#panel-kit/ready.tsx'
import { useScene } from '#panel-kit/scene-context.ts'
import type { ArrangementProps } from '#scenes/scene-grid.tsx'
import { BlockPlace } from './block-place.tsx'
import type { PlacedBlock, Span } from './block.ts'
import { useBrief } from './brief-context.ts'
import { Measure, type Measured } from './measure.tsx'
import { packPages } from './pack-pages.ts'
import { pageFacts, type PageFacts } from './page-facts.ts'
import { PAGE_SIZES, type PageSizeId } from './page-size.ts'
import { blockOf } from './panel-block.ts'
import { Sheet } from './sheet.tsx'
import { useFacesReady } from './use-faces-ready.ts'

/** In rem: the margin of a page, between two columns, and between two panels one over the other. */
const GRID = { margin: 3.8, gutter: 2.6, gap: 1.6 } as const

/** The width in rem of so many of six columns. */
export const spanWidth = (size: PageSizeId, span: Span): number => {
  const { widthPx, remPx } = PAGE_SIZES[size]
  const sixth = (widthPx / remPx - 2 * GRID.margin - 5 * GRID.gutter) / 6
  return span * sixth + (span - 1) * GRID.gutter
}

const leftOf = (size: PageSizeId, column: number): number => (column === 0 ? 0 : spanWidth(size, column as Span) + GRID.gutter)

type Pages = readonly (readonly PlacedBlock[])[]

function packed({ panels }: PageFacts, size: PageSizeId, { first, next, seen }: Measured): Pages {
  const widthOf = (span: Span): number => spanWidth(size, span)
  // What has nothing to show takes no room on paper.
  const shown = panels.filter(({ id }) => !seen(id, 6).empty)
  const blocks = shown.map((panel) => blockOf({ panel, widthOf, seen: (span) => seen(panel.id, span), room: first }))
  return packPages(blocks, { first, next, gap: GRID.gap })
}

const placeStyle = (size: PageSizeId, { column, span, top, height }: PlacedBlock): CSSProperties => ({
  left: `${leftOf(size, column)}rem`,
  width: `${spanWidth(size, span)}rem`,
  top: `${top}rem`,
  height: `${height}rem`
})

interface PageProps {
  readonly facts: PageFacts
  readonly index: number
  readonly placed: readonly PlacedBlock[]
}

function Page({ facts, index, placed }: PageProps): ReactNode {
  const { size } = useBrief()
  return (
    <Sheet facts={facts} index={index}>
      {placed.flatMap((place) => {
        const panel = facts.panels.find(({ id }) => id === place.id)
        if (panel === undefined) return []
        return (
          <div key={place.id} className="sheet-place" style={placeStyle(size, place)}>
            <BlockPlace panel={panel} width={spanWidth(size, place.span)} />
          </div>
        )
      })}
    </Sheet>
  )
}

/** Panels that the leading figures stand for, and the pages themselves, have painted with the pages. */
function useReported(led: readonly string[], pages: Pages | null): void {
  const { onPages } = useBrief()
  const { answer } = useScene()
  const painted = usePainted()
  useEffect(() => {
    if (pages !== null) for (const id of led) painted(id)
  }, [painted, led, pages])
  useEffect(() => onPages(answer, pages === null ? 0 : Math.max(1, pages.length)), [onPages, answer, pages])
}

/** A scene as pages: what it has is measured first, then put on as many pages as it takes. */
export function ScenePages({ panels }: ArrangementProps): ReactNode {
  const scene = useScene()
  const { answer, boundaries, boundariesFailed, view, rem } = scene
  const { info, size, held } = useBrief()
  const ready = useFacesReady()
  const facts = useMemo(() => pageFacts({ panels, answer, info, view }), [panels, answer, info, view])
  // Laid out anew when any of it changes.
  const asked = useMemo(() => ({ facts, size, rem, boundaries }), [facts, size, rem, boundaries])
  const [made, setMade] = useState<{ readonly asked: object; readonly pages: Pages } | null>(null)
  const pages = made?.asked === asked ? made.pages : null
  const onMeasured = useCallback((measured: Measured) => setMade({ asked, pages: packed(facts, size, measured) }), [asked, facts, size])
  const widthOf = useCallback((span: Span) => spanWidth(size, span), [size])
  useReported(facts.led, pages)
  if (held || !ready || (boundaries === undefined && !boundariesFailed)) return null
  if (pages === null) return <Measure facts={facts} panels={facts.panels} widthOf={widthOf} rem={rem} onMeasured={onMeasured} />
  return (
    <DrawingContext value="svg">
      {pages.map((placed, index) => (
        <Page key={index} facts={facts} index={index} placed={placed} />
      ))}
      {pages.length === 0 && <Sheet facts={facts} index={0} />}
    </DrawingContext>
  )
}
