import { containingBlocks } from './containing-blocks.ts'
import { perReading } from './per-reading.ts'

const CLEAR = 'rgba(0, 0, 0, 0)'
/** Their text is never drawn where it stands. */
const UNDRAWN = 'script,style,noscript,template,title,desc,metadata,option,textarea'

/** Shown to screen readers only: a pixel that cuts everything off. */
const isPinhole = perReading((element): boolean => {
  const { clipPath, overflowX } = getComputedStyle(element)
  if (clipPath === 'inset(50%)') return true
  if (overflowX === 'visible') return false
  const { width, height } = element.getBoundingClientRect()
  return width <= 1 && height <= 1
})

/** Whether nobody can see the text of this element; `aria-hidden` hides nothing from view. */
export function isHidden(element: Element): boolean {
  if (element.closest(UNDRAWN) !== null) return true
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return true
  const { color, backgroundClip, fill } = getComputedStyle(element)
  const svg = element instanceof SVGElement
  if (svg ? fill === 'none' || fill === CLEAR : color === CLEAR && backgroundClip !== 'text') return true
  return containingBlocks(element).some(isPinhole)
}
