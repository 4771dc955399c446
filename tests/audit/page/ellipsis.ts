import { containingBlocks } from './containing-blocks.ts'

/** Rounding of widths to layout units. */
const ROUNDING = 0.5

/** The right edge of what is inside the padding, in window px. */
function contentEdge(element: Element): number {
  const { paddingRight, borderRightWidth } = getComputedStyle(element)
  return element.getBoundingClientRect().right - (Number.parseFloat(paddingRight) || 0) - (Number.parseFloat(borderRightWidth) || 0)
}

function endsInEllipsis(element: Element): boolean {
  const { textOverflow, overflowX, display } = getComputedStyle(element)
  return textOverflow !== 'clip' && overflowX !== 'visible' && display !== 'inline'
}

/** From where on an ellipsis stands in place of the element's text, in window px: text that runs farther is shortened. */
export const ellipsisFrom = (element: Element): number =>
  Math.min(...containingBlocks(element).flatMap((block) => (endsInEllipsis(block) ? [contentEdge(block) + ROUNDING] : [])), Infinity)
