import { Drawer } from '@base-ui/react/drawer'
import type { ReactNode, RefObject } from 'react'
import { SheetFoot, SheetHead } from './sheet-body.tsx'
import './bottom-sheet.css'

/** How much of the sheet is seen. */
export type Snap = 'peek' | 'half' | 'full'

interface BottomSheetProps {
  readonly snap: Snap
  readonly onSnap: (snap: Snap) => void
  /** It stands inside the scene, so that what it shows belongs to it. */
  readonly container: RefObject<HTMLElement | null>
  /** What of it is seen when nothing is asked of it; without that it is gone then. */
  readonly peeks: boolean
  readonly children: ReactNode
}

const PEEK = '10.4rem'
const HALF = 0.44
const POINTS = { peek: PEEK, half: HALF, full: 1 } as const

const snapOf = (point: number | string): Snap => (point === PEEK ? 'peek' : point === HALF ? 'half' : 'full')

/** A flick downwards would close it: it goes down a step. */
const LOWER: Record<Snap, Snap> = { full: 'half', half: 'peek', peek: 'peek' }

/** A sheet from the lower edge, drawn up and down by its grabber; what lies over it stays at hand. */
export function BottomSheet({ snap, onSnap, container, peeks, children }: BottomSheetProps): ReactNode {
  const points = peeks ? [PEEK, HALF, 1] : [HALF, 1]
  return (
    <Drawer.Root
      open={peeks || snap !== 'peek'}
      modal={false}
      disablePointerDismissal
      snapPoints={points}
      snapPoint={snap === 'peek' && !peeks ? HALF : POINTS[snap]}
      onSnapPointChange={(point, details) => {
        if (point === null) details.cancel()
        onSnap(point === null ? LOWER[snap] : snapOf(point))
      }}
      onOpenChange={(open, details) => {
        // Escape is meant for what lies on top.
        const covered = details.reason === 'escape-key' && document.querySelector('.source-card') !== null
        if (covered) {
          details.cancel()
          details.allowPropagation()
        } else if (!open) onSnap('peek')
      }}
    >
      <Drawer.Portal container={container} keepMounted={peeks}>
        <Drawer.Viewport className="sheet-viewport">
          <Drawer.Popup className="sheet" data-snap={snap} initialFocus={false} finalFocus={false}>
            <button
              type="button"
              className="sheet-grabber"
              aria-label={snap === 'full' ? '收起' : '展开'}
              onClick={() => onSnap(snap === 'peek' ? 'half' : snap === 'half' ? 'full' : 'half')}
            >
              <i aria-hidden="true" />
            </button>
            <Drawer.Title className="visually-hidden" render={<p />}>
              面板
            </Drawer.Title>
            <SheetHead />
            <div className="sheet-scroll">{children}</div>
            <SheetFoot />
          </Drawer.Popup>
        </Drawer.Viewport>
      </Drawer.Portal>
    </Drawer.Root>
  )
}
