import { useEffect, useRef, type ReactNode } from 'react'
import type { Steering } from './steering.ts'

/** A dot that nothing has moved for so long is gone. */
const GONE = 2_000

/** A dot of light that follows the finger on the tablet: moved without React, and without any layout. */
export function Laser({ steering }: { readonly steering: Steering }): ReactNode {
  const dot = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const light = (lit: boolean): void => {
      if (dot.current !== null) dot.current.dataset.lit = String(lit)
    }
    const end = steering.onPoint((x, y) => {
      if (dot.current !== null) dot.current.style.transform = `translate(${(x * window.innerWidth).toFixed(1)}px, ${(y * window.innerHeight).toFixed(1)}px)`
      light(true)
      clearTimeout(timer)
      timer = setTimeout(light, GONE, false)
    })
    return () => {
      clearTimeout(timer)
      end()
    }
  }, [steering])
  return <div ref={dot} className="laser" data-lit="false" aria-hidden="true" />
}
