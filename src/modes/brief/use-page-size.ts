import { useLayoutEffect } from 'react'
import { PAGE_SIZES, type PageSizeId } from './page-size.ts'

/** One sheet of paper is one page, to the edge: nothing of the browser's own stands on it. A rule of this kind cannot depend on the document, so it is made. */
function usePaper(size: PageSizeId): void {
  useLayoutEffect(() => {
    const { width, height } = PAGE_SIZES[size]
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`@page{size:${width} ${height};margin:0}`)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
    }
  }, [size])
}

/** The page's measures, for its paper and for all that is written in rem. */
export function usePageSize(size: PageSizeId): void {
  usePaper(size)
  useLayoutEffect(() => {
    const { dataset, style } = document.documentElement
    const { width, height, remPx } = PAGE_SIZES[size]
    dataset.form = 'page'
    dataset.size = size
    style.fontSize = `${remPx}px`
    style.setProperty('--page-width', width)
    style.setProperty('--page-height', height)
  }, [size])
}
