import type { ScreenText } from '#tests/audit/screen.ts'
import { ellipsisFrom } from './ellipsis.ts'
import { isHidden } from './hidden.ts'
import { linesOf } from './lines.ts'
import { glyphBox } from './measure.ts'
import { onPage } from './on-page.ts'
import { layerOf, roomOf, scrollsAside } from './room.ts'
import { scaleOf } from './scale.ts'

const ABOVE = 'dialog,[role="dialog"],[role="tooltip"],[role="menu"],[popover]'

/** The panel, or outside them the region that a class names. */
function placeOf(element: Element): string {
  const panel = element.closest<HTMLElement>('[data-panel]')?.dataset.panel
  return panel ?? element.closest('header,footer,nav,[class]')?.classList.item(0) ?? 'page'
}

function textsIn(element: Element, nodes: readonly Text[]): ScreenText[] {
  const lines = nodes.flatMap(linesOf)
  if (lines.length === 0 || isHidden(element)) return []
  const { fontStyle, fontWeight, fontSize, fontFamily, letterSpacing } = getComputedStyle(element)
  const font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`
  const { factor, turned } = scaleOf(element)
  const shared = {
    panel: placeOf(element),
    drawn: 'dom' as const,
    room: roomOf(element),
    scrolls: scrollsAside(element),
    layer: layerOf(element),
    fontPx: Number.parseFloat(fontSize) * factor,
    above: element.closest(ABOVE) !== null
  }
  const end = ellipsisFrom(element)
  return lines.map(({ text, rect }) => {
    const box = onPage(rect)
    return {
      ...shared,
      text,
      shortened: rect.right > end,
      box: turned ? box : glyphBox({ text, font, box, scale: factor, letterSpacing: Number.parseFloat(letterSpacing) || 0 })
    }
  })
}

/** Every line of text in the document that can be seen, SVG text too. */
export function domTexts(): ScreenText[] {
  const byElement = new Map<Element, Text[]>()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text) || node.parentElement === null) continue
    byElement.set(node.parentElement, [...(byElement.get(node.parentElement) ?? []), node])
  }
  return [...byElement].flatMap(([element, nodes]) => textsIn(element, nodes))
}
