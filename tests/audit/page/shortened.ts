import { containingBlocks } from './containing-blocks.ts'

/** Rounding of widths to layout units. */
const ROUNDING = 0.5

function widthInside(element: Element): number {
  const { paddingLeft, paddingRight, borderLeftWidth, borderRightWidth } = getComputedStyle(element)
  const around = [paddingLeft, paddingRight, borderLeftWidth, borderRightWidth].reduce((sum, side) => sum + (Number.parseFloat(side) || 0), 0)
  return element.getBoundingClientRect().width - around
}

function isCutShort(element: Element): boolean {
  const { textOverflow, overflowX, display } = getComputedStyle(element)
  if (textOverflow === 'clip' || overflowX === 'visible' || display === 'inline') return false
  const contents = document.createRange()
  contents.selectNodeContents(element)
  return contents.getBoundingClientRect().width > widthInside(element) + ROUNDING || element.scrollWidth > element.clientWidth
}

/** Whether an ellipsis stands for a part of the element's line. */
export const isShortened = (element: Element): boolean => containingBlocks(element).some(isCutShort)
