import { common, EVERYWHERE, type Box } from '#tests/audit/box.ts'
import { containingBlocks } from './containing-blocks.ts'
import { onPage } from './on-page.ts'
import { perReading } from './per-reading.ts'

/** The box inside the borders. */
function paddingBox(element: Element, style: CSSStyleDeclaration): Box {
  const { left, top, right, bottom } = onPage(element.getBoundingClientRect())
  const width = (side: 'Left' | 'Top' | 'Right' | 'Bottom'): number => Number.parseFloat(style[`border${side}Width`]) || 0
  return { left: left + width('Left'), top: top + width('Top'), right: right - width('Right'), bottom: bottom - width('Bottom') }
}

const isScroller = (overflow: string): boolean => document.documentElement.dataset.form === 'column' && (overflow === 'auto' || overflow === 'scroll')

/** Nobody scrolls a wall, so what a scroller holds back there is cut off; in the column one can get at it. */
const cuts = (overflow: string): boolean => overflow !== 'visible' && !isScroller(overflow)

const roomIn = perReading((element): Box => {
  const style = getComputedStyle(element)
  const { display, overflowX, overflowY } = style
  const [across, along] = [cuts(overflowX), cuts(overflowY)]
  if (display === 'inline' || !(across || along)) return EVERYWHERE
  const { left, right, top, bottom } = paddingBox(element, style)
  return { ...EVERYWHERE, ...(across ? { left, right } : {}), ...(along ? { top, bottom } : {}) }
})

const scrollsAlong = (element: Element): boolean => isScroller(getComputedStyle(element).overflowY)

/** The element and what can cut it off where it is looked at: around what is scrolled up and down that is nothing more. */
function blocksOf(element: Element): readonly Element[] {
  const blocks = containingBlocks(element)
  const scroller = blocks.findIndex(scrollsAlong)
  return scroller < 0 ? blocks : blocks.slice(0, scroller + 1)
}

/** What an element's ancestors let through of it. */
export const roomOf = (element: Element): Box => blocksOf(element).map(roomIn).reduce(common, EVERYWHERE)

/** Whether it stands in a strip that can be moved aside. */
export const scrollsAside = (element: Element): boolean => containingBlocks(element).some((block) => isScroller(getComputedStyle(block).overflowX))

const staysPut = ({ position }: CSSStyleDeclaration): boolean => position === 'fixed' || position === 'sticky'
const layers: Element[] = []

/**
 * What is scrolled goes under what stays, in the column: texts lie over each other only in the same layer, the nearest
 * ancestor that scrolls or stays put. 0 is the page's own.
 */
export function layerOf(element: Element): number {
  if (document.documentElement.dataset.form !== 'column') return 0
  let own: Element | null = element
  while (own !== null && !(own !== document.body && (scrollsAlong(own) || staysPut(getComputedStyle(own))))) own = own.parentElement
  if (own === null || own === document.documentElement) return 0
  if (!layers.includes(own)) layers.push(own)
  return layers.indexOf(own) + 1
}
