import { useEffect, useState } from 'react'

const seen = (): number => window.visualViewport?.height ?? window.innerHeight

/** How much of the window's height can be seen, in px: a keyboard on the screen lies over the page and makes it no smaller. */
export function useSeenHeight(): number {
  const [height, setHeight] = useState(seen)
  useEffect(() => {
    const measure = (): void => setHeight(seen())
    const view = window.visualViewport ?? window
    view.addEventListener('resize', measure)
    return () => view.removeEventListener('resize', measure)
  }, [])
  return height
}
