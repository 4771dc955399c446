import { useEffect } from 'react'

const SETTLE = 2_000

/**
 * Glyphs that no pack or screen text has at build time (a figure published later may bring one) come
 * from slices by unicode-range. Their rules are long, so they are added once the first scene stands.
 */
export function useLateFonts(): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      const link = document.createElement('link')
      link.rel = 'stylesheet'
      link.href = '/fonts/slices.css'
      document.head.append(link)
    }, SETTLE)
    return () => clearTimeout(timer)
  }, [])
}
