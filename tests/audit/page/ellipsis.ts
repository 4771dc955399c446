import { containingBlocks } from './containing-blocks.ts'
import { perReading } from './per-reading.ts'

/** Rounding of widths to layout units. */
const ROUNDING = 0.5

/** From where on an ellipsis stands in place of the text of a block itself: the right edge of what is inside its padding. */
const edgeIn = perReading((element): number => {
  const { textOverflow, overflowX, display, paddingRight, borderRightWidth } = getComputedStyle(element)
  if (textOverflow === 'clip' || overflowX === 'visible' || display === 'inline') return Infinity
  return element.getBoundingClientRect().right - (Number.parseFloat(paddingRight) || 0) - (Number.parseFloat(borderRightWidth) || 0)
})

/** The right edge, in window px, beyond which an ellipsis stands in place of an element's text. */
export const ellipsisFrom = (element: Element): number => Math.min(...containingBlocks(element).map(edgeIn)) + ROUNDING
