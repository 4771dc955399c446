import Panzoom, { type PanzoomObject } from '@panzoom/panzoom'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { SharpnessContext } from '#panel-kit/use-pixel-ratio.ts'
import { Icon } from './icon.tsx'
import './zoomable.css'

const LARGEST = 4
/** Two fingers zoom; one moves only what is zoomed, else it scrolls the page. What lies inside hears of each finger too. */
const GESTURES = {
  maxScale: LARGEST,
  minScale: 1,
  contain: 'outside' as const,
  panOnlyWhenZoomed: true,
  step: 0.4,
  touchAction: 'pan-x pan-y',
  cursor: 'inherit',
  handleStartEvent: () => undefined
}
const SETTLED = 160

/** A gesture that moved something is no tap: the click that ends it goes nowhere. */
function swallowsClicks(box: HTMLElement): () => void {
  let moved = false
  const onPan = (): void => {
    moved = true
  }
  const onDown = (): void => {
    moved = false
  }
  const onClick = (event: MouseEvent): void => {
    if (!moved) return
    moved = false
    event.stopPropagation()
    event.preventDefault()
  }
  box.addEventListener('panzoompan', onPan)
  box.addEventListener('pointerdown', onDown, true)
  box.addEventListener('click', onClick, true)
  return () => {
    box.removeEventListener('panzoompan', onPan)
    box.removeEventListener('pointerdown', onDown, true)
    box.removeEventListener('click', onClick, true)
  }
}

/** Zoomed, one finger moves the picture and not the page, at once. Told the scale once the fingers have rested. */
function watchScale(box: HTMLElement, panzoom: PanzoomObject, told: (scale: number) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const onChange = (event: Event): void => {
    clearTimeout(timer)
    const { scale } = (event as CustomEvent<{ scale: number }>).detail
    panzoom.setOptions({ touchAction: scale > 1 ? 'none' : GESTURES.touchAction })
    timer = setTimeout(() => told(Math.round(scale * 100) / 100), SETTLED)
  }
  box.addEventListener('panzoomchange', onChange)
  return () => {
    clearTimeout(timer)
    box.removeEventListener('panzoomchange', onChange)
  }
}

/** What two fingers enlarge and one moves, with a button that puts it back. It is drawn as sharp as it is large. */
export function Zoomable({ children }: { readonly children: ReactNode }): ReactNode {
  const box = useRef<HTMLDivElement>(null)
  const zoom = useRef<PanzoomObject>(null)
  const [scale, setScale] = useState(1)
  useEffect(() => {
    const element = box.current
    if (element === null) return
    const panzoom = Panzoom(element, GESTURES)
    zoom.current = panzoom
    const ends = [swallowsClicks(element), watchScale(element, panzoom, setScale)]
    const onWheel = (event: WheelEvent): void => {
      if (event.ctrlKey) panzoom.zoomWithWheel(event)
    }
    element.parentElement?.addEventListener('wheel', onWheel, { passive: false })
    return () => {
      element.parentElement?.removeEventListener('wheel', onWheel)
      for (const end of ends) end()
      panzoom.destroy()
      panzoom.resetStyle()
    }
  }, [])
  return (
    <SharpnessContext value={Math.min(scale, LARGEST)}>
      <div className="zoom" data-zoomed={scale > 1}>
        <div ref={box} className="zoom-content">
          {children}
        </div>
        {scale > 1 && (
          <button type="button" className="round-button zoom-reset" aria-label="还原大小" onClick={() => zoom.current?.reset()}>
            <Icon name="fit" />
          </button>
        )}
      </div>
    </SharpnessContext>
  )
}
