/** Edges in CSS px of the page. */
interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** What a ring goes around. */
export interface Ringed {
  readonly box: Box
  /** In rem, at the sides and above and below. */
  readonly air: { readonly side: number; readonly end: number }
  /** The ring is where these are. */
  readonly parts: readonly Element[]
}

const ROW_AIR = { side: 0.75, end: 0.5 }
/** What stands close above a figure alone is no part of it. */
const BARE_AIR = { side: 0.75, end: 0.25 }

/** The row or cell of a list that has the figure, its label and no other figure. */
function rowOf(figure: Element): Element | null {
  const row = figure.closest('li, tr')
  return row !== null && figure.closest('[data-panel]')?.contains(row) === true && row.querySelectorAll('[data-figure]').length === 1 ? row : null
}

const around = (boxes: readonly Box[]): Box => ({
  left: Math.min(...boxes.map(({ left }) => left)),
  top: Math.min(...boxes.map(({ top }) => top)),
  right: Math.max(...boxes.map(({ right }) => right)),
  bottom: Math.max(...boxes.map(({ bottom }) => bottom))
})

/** The figure with its label, else the figure alone; null where it is not to be seen. */
export function ringedOf(figure: Element): Ringed | null {
  if (figure.getBoundingClientRect().width === 0) return null
  const row = rowOf(figure)
  const parts = row === null ? [figure] : [...row.children]
  const boxes = parts.map((part) => part.getBoundingClientRect()).filter(({ width }) => width > 0)
  return { box: around(boxes), air: row === null ? BARE_AIR : ROW_AIR, parts }
}
