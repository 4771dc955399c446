import { useRef, type TouchEvent } from 'react'

interface Swipe {
  readonly onTouchStart: (event: TouchEvent) => void
  readonly onTouchEnd: (event: TouchEvent) => void
}

/** Px that a finger has to travel, and how much more to the side than up or down. */
const [FAR, LEVEL] = [56, 1.8]

/** A finger drawn level to the left or the right: -1 asks for what lies behind, 1 for what came before. */
export function useSwipe(onSwipe: (direction: -1 | 1) => void): Swipe {
  const from = useRef<{ x: number; y: number } | null>(null)
  return {
    onTouchStart: ({ touches }) => {
      const touch = touches[0]
      from.current = touches.length === 1 && touch !== undefined ? { x: touch.clientX, y: touch.clientY } : null
    },
    onTouchEnd: ({ changedTouches }) => {
      const touch = changedTouches[0]
      if (from.current === null || touch === undefined) return
      const [dx, dy] = [touch.clientX - from.current.x, touch.clientY - from.current.y]
      from.current = null
      if (Math.abs(dx) >= FAR && Math.abs(dx) >= LEVEL * Math.abs(dy)) onSwipe(dx < 0 ? -1 : 1)
    }
  }
}
