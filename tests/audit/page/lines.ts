export interface TextLine {
  readonly text: string
  readonly rect: DOMRect
}

function rangeOf(node: Text, from: number, to: number): Range {
  const range = document.createRange()
  range.setStart(node, from)
  range.setEnd(node, to)
  return range
}

const lineOf = (node: Text, from: number, to: number): TextLine => ({
  text: node.data.slice(from, to).replaceAll(/\s+/g, ' '),
  rect: rangeOf(node, from, to).getBoundingClientRect()
})

const isDrawn = ({ width, height }: DOMRect): boolean => width > 0 && height > 0

/** The runs of characters that stand on one line each: another line starts where the middle of a character is above or below the last. */
function split(node: Text): TextLine[] {
  const lines: { from: number; to: number; rect: DOMRect }[] = []
  for (const { 0: character, index } of node.data.matchAll(/\S/gu)) {
    const to = index + character.length
    const rect = rangeOf(node, index, to).getBoundingClientRect()
    const last = lines.at(-1)
    const middle = rect.top + rect.height / 2
    if (last !== undefined && middle > last.rect.top && middle < last.rect.bottom) last.to = to
    else if (isDrawn(rect)) lines.push({ from: index, to, rect })
  }
  return lines.map(({ from, to }) => lineOf(node, from, to))
}

/** The lines of a text node, without the white space around them. */
export function linesOf(node: Text): TextLine[] {
  const from = node.data.search(/\S/)
  if (from < 0) return []
  const to = node.data.trimEnd().length
  const rects = rangeOf(node, from, to).getClientRects()
  return (rects.length > 1 ? split(node) : [lineOf(node, from, to)]).filter(({ rect }) => isDrawn(rect))
}
