import { useLayoutEffect, useState } from 'react'
import { layoutFor, type Layout } from '#view/form.ts'

/** Layout rems of a frame that is 800 px wide, and what one may be in px: the smallest text, of 1.125 rem, is 13.5 px. */
const [ACROSS, LEAST, MOST] = [66.7, 12, 16]
/** Narrower, one thing stands below the other. */
const NARROW = 600

const sizeOf = (): readonly [number, number] => [document.documentElement.clientWidth || 1, window.innerHeight || 1]

const column = (width: number): Layout => ({
  form: 'column',
  frame: width < NARROW ? 'phone' : 'portrait',
  rem: Math.max(LEAST, Math.min(MOST, width / ACROSS))
})

/** A scene lies like a wall where there is a wall's room, anything else is one column as wide as the frame. */
function layoutOf(whole: boolean): Layout {
  const [width, height] = sizeOf()
  const wide = whole ? layoutFor(width, height) : undefined
  return wide !== undefined && wide.frame === 'wall' ? wide : column(width)
}

const same = (old: Layout, next: Layout): Layout => (old.frame === next.frame && old.form === next.form && old.rem === next.rem ? old : next)

/** The layout for the frame, also told to CSS. `whole`: it shows a scene. */
export function useEmbedLayout(whole: boolean): Layout {
  const [layout, setLayout] = useState(() => layoutOf(whole))
  useLayoutEffect(() => {
    const measure = (): void => setLayout((old) => same(old, layoutOf(whole)))
    measure()
    // The width also changes when a scroll bar comes.
    const observer = new ResizeObserver(measure)
    observer.observe(document.documentElement)
    window.addEventListener('resize', measure)
    return () => {
      observer.disconnect()
      window.removeEventListener('resize', measure)
    }
  }, [whole])
  useLayoutEffect(() => {
    const { dataset, style } = document.documentElement
    Object.assign(dataset, { form: layout.form, frame: layout.frame })
    style.fontSize = `${layout.rem}px`
  }, [layout])
  return layout
}
