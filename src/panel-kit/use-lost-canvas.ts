import { useEffect, useState, type RefObject } from 'react'

/** A browser that does not give a lost canvas back by itself gets a new one after this long. */
const PATIENCE = 3_000

/**
 * Counts how often a canvas in the box was lost and has to be made anew: a graphics driver that restarts takes what was
 * drawn with it, and nobody stands at a wall to reload it.
 */
export function useLostCanvas(box: RefObject<HTMLElement | null>): number {
  const [losses, setLosses] = useState(0)
  useEffect(() => {
    const element = box.current
    let timer: ReturnType<typeof setTimeout> | undefined
    const renew = (): void => {
      clearTimeout(timer)
      setLosses((count) => count + 1)
    }
    const lost = (): void => {
      clearTimeout(timer)
      timer = setTimeout(renew, PATIENCE)
    }
    // These events do not bubble; they are caught on their way down.
    element?.addEventListener('contextlost', lost, true)
    element?.addEventListener('contextrestored', renew, true)
    return () => {
      clearTimeout(timer)
      element?.removeEventListener('contextlost', lost, true)
      element?.removeEventListener('contextrestored', renew, true)
    }
  }, [box])
  return losses
}
