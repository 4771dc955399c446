import { common, EVERYWHERE, type Box } from '#tests/audit/box.ts'
import { containingBlocks } from './containing-blocks.ts'
import { onPage } from './on-page.ts'

/** The box inside the borders. */
function paddingBox(element: Element, style: CSSStyleDeclaration): Box {
  const { left, top, right, bottom } = onPage(element.getBoundingClientRect())
  const width = (side: 'Left' | 'Top' | 'Right' | 'Bottom'): number => Number.parseFloat(style[`border${side}Width`]) || 0
  return { left: left + width('Left'), top: top + width('Top'), right: right - width('Right'), bottom: bottom - width('Bottom') }
}

/** Nobody scrolls a wall, so what a scroller holds back there is cut off; in the column one can get at it. */
const cuts = (overflow: string, scrolls: boolean): boolean => overflow !== 'visible' && !(scrolls && /auto|scroll/.test(overflow))

function roomIn(element: Element, scrolls: boolean): Box {
  const style = getComputedStyle(element)
  if (style.display === 'inline') return EVERYWHERE
  const box = paddingBox(element, style)
  const across = cuts(style.overflowX, scrolls) ? { left: box.left, right: box.right } : {}
  const along = cuts(style.overflowY, scrolls) ? { top: box.top, bottom: box.bottom } : {}
  return { ...EVERYWHERE, ...across, ...along }
}

/** What an element's ancestors let through of it. */
export const roomOf = (element: Element): Box =>
  containingBlocks(element).reduce((room, block) => common(room, roomIn(block, document.documentElement.dataset.form === 'column')), EVERYWHERE)
