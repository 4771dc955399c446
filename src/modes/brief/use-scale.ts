import { useLayoutEffect } from 'react'
import { PAGE_SIZES, type PageSizeId } from './page-size.ts'

/** Beside a page that is looked at, in CSS px. */
const AROUND = 24

const fit = (size: PageSizeId, presenting: boolean): number => {
  const { widthPx, heightPx } = PAGE_SIZES[size]
  if (presenting) return Math.min(window.innerWidth / widthPx, window.innerHeight / heightPx)
  return Math.min(1, (document.documentElement.clientWidth - AROUND) / widthPx)
}

/** `--page-scale`: a page that is shown fills the screen, one among others is never wider than the window. On paper it is what it is. */
export function useScale(size: PageSizeId, presenting: boolean): void {
  useLayoutEffect(() => {
    const measure = (): void => document.documentElement.style.setProperty('--page-scale', String(fit(size, presenting)))
    measure()
    window.addEventListener('resize', measure)
    return () => window.removeEventListener('resize', measure)
  }, [size, presenting])
}
