import { useLayoutEffect, useState } from 'react'
import { layoutFor, type Layout } from '#view/form.ts'

const sizeOfWindow = (unattended: boolean): Layout => layoutFor(window.innerWidth || 1, window.innerHeight || 1, unattended)

/** The layout for the window, also told to CSS: `html[data-form]` and the size of one rem. Nobody scrolls an unattended one. */
export function useLayout(unattended = false): Layout {
  const [layout, setLayout] = useState(() => sizeOfWindow(unattended))
  useLayoutEffect(() => {
    const measure = (): void => {
      // A display that is unplugged reports 0x0: the last layout stays.
      if (window.innerWidth > 0 && window.innerHeight > 0) setLayout((old) => same(old, sizeOfWindow(unattended)))
    }
    window.addEventListener('resize', measure)
    return () => window.removeEventListener('resize', measure)
  }, [unattended])
  useLayoutEffect(() => {
    document.documentElement.dataset.form = layout.form
    document.documentElement.dataset.frame = layout.frame
    document.documentElement.style.fontSize = `${layout.rem}px`
  }, [layout])
  return layout
}

const same = (old: Layout, next: Layout): Layout => (old.frame === next.frame && old.form === next.form && old.rem === next.rem ? old : next)
