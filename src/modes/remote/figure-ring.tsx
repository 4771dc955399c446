import { useLayoutEffect, useState, type ReactNode } from 'react'
import { type Ringed, ringedOf } from './ringed.ts'

interface RingProps {
  readonly figure: string
  /** Another one when the scene is. */
  readonly run: number
}

const elementOf = (figure: string): Element | null => document.querySelector(`[data-stage="shown"] [data-figure="${CSS.escape(figure)}"]`)

/** A ring around a figure and its label on the wall: it lies over the scene, which does not move, and follows what it is around. */
export function FigureRing({ figure, run }: RingProps): ReactNode {
  const [ringed, setRinged] = useState<Ringed | null>(null)
  useLayoutEffect(() => {
    let watched: readonly Element[] = []
    const observer = new ResizeObserver(() => measure())
    const watch = (parts: readonly Element[]): void => {
      if (parts.length === watched.length && parts.every((part, index) => part === watched[index])) return
      observer.disconnect()
      for (const part of parts) observer.observe(part)
      watched = parts
    }
    const measure = (): void => {
      const element = elementOf(figure)
      const now = element === null ? null : ringedOf(element)
      watch(now?.parts ?? [])
      setRinged(now)
    }
    measure()
    window.addEventListener('resize', measure)
    return () => {
      observer.disconnect()
      window.removeEventListener('resize', measure)
    }
  }, [figure, run])
  if (ringed === null) return null
  const { box, air } = ringed
  return (
    <div
      className="figure-ring"
      data-ring={figure}
      style={{
        left: `calc(${box.left}px - ${air.side}rem)`,
        top: `calc(${box.top}px - ${air.end}rem)`,
        width: `calc(${box.right - box.left}px + 2 * ${air.side}rem)`,
        height: `calc(${box.bottom - box.top}px + 2 * ${air.end}rem)`
      }}
    />
  )
}
