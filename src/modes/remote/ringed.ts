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
/** What stands close to it is no part of it. */
const LINE_AIR = { side: 0.75, end: 0.25 }
const BARE_AIR = { side: 0.375, end: 0.25 }
/** What is so many times as high as the figure is more than its label. */
const LINE = 3

const holdsOne = (element: Element): boolean => element.querySelectorAll('[data-figure]').length === 1
const heightOf = (element: Element): number => element.getBoundingClientRect().height

/** The row of a list that has the figure, its label and no other figure. */
function rowOf(figure: Element): Element | null {
  const row = figure.closest('li, tr')
  return row !== null && figure.closest('[data-panel]')?.contains(row) === true && holdsOne(row) ? row : null
}

/** The words that the figure stands among, without any other one. */
function lineOf(figure: Element): Element | null {
  const line = figure.parentElement
  if (line === null || line.matches('[data-panel]') || !holdsOne(line)) return null
  return line.textContent !== figure.textContent && heightOf(line) < LINE * heightOf(figure) ? line : null
}

const around = (boxes: readonly Box[]): Box => ({
  left: Math.min(...boxes.map(({ left }) => left)),
  top: Math.min(...boxes.map(({ top }) => top)),
  right: Math.max(...boxes.map(({ right }) => right)),
  bottom: Math.max(...boxes.map(({ bottom }) => bottom))
})

function partsOf(figure: Element): Pick<Ringed, 'parts' | 'air'> {
  const row = rowOf(figure)
  if (row !== null) return { parts: [...row.children], air: ROW_AIR }
  const line = lineOf(figure)
  return line !== null ? { parts: [line], air: LINE_AIR } : { parts: [figure], air: BARE_AIR }
}

/** The figure with its label or its words, else the figure alone; null where it is not to be seen. */
export function ringedOf(figure: Element): Ringed | null {
  if (figure.getBoundingClientRect().width === 0) return null
  const { parts, air } = partsOf(figure)
  return { box: around(parts.map((part) => part.getBoundingClientRect()).filter(({ width }) => width > 0)), air, parts }
}
