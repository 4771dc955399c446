/** How wide 微软雅黑 sets a text, about, or a face that stands in for it: a little too wide rather than too narrow. None of them is here to be measured. */
const NARROW = /[ilI.,:;'|!()[\]]/
const DIGIT = /[0-9]/
const WIDE = /[·\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF\u3000-\u303F“”‘’—…※▲▼]/

/** Bold digits and letters are wider; a Chinese character has its square whatever it is set in. */
const BOLD = 1.1

const emOf = (character: string, bold: boolean): number =>
  WIDE.test(character) ? 1 : (bold ? BOLD : 1) * (DIGIT.test(character) ? 0.64 : NARROW.test(character) ? 0.36 : 0.62)

/** Some programs part Chinese from digits, letters and narrow signs by a little space. */
const SEAM = 0.25
const SEAMS = /[\u4E00-\u9FFF](?=[!-~·])|[!-~·](?=[\u4E00-\u9FFF])/g
const seams = (text: string): number => (text.match(SEAMS) ?? []).length

/** In px. */
export const textWidth = (text: string, size: number, bold = false): number =>
  size * (SEAM * seams(text) + Array.from(text).reduce((sum, character) => sum + emOf(character, bold), 0))

/** The largest of these sizes at which a text stays in one line; the last one where none does. */
export const fittingSize = (text: string, width: number, sizes: readonly number[], bold = false): number =>
  sizes.find((size) => textWidth(text, size, bold) <= width) ?? sizes.at(-1) ?? 0

/** How tall a line of letters is, in parts of their size: of 微软雅黑 1.32, of the faces that stand in for it up to 1.45. */
export const LINE = 1.45

interface Letters {
  readonly text: string
  readonly size: number
  readonly bold?: boolean
}

/** Runs have seams between them as well. */
export const runsWidth = (runs: readonly Letters[]): number =>
  runs.reduce((sum, { text, size, bold }, index) => {
    const before = runs[index - 1]
    const seam = before === undefined ? 0 : seams(`${before.text.slice(-1)}${text.slice(0, 1)}`) * SEAM * Math.max(size, before.size)
    return sum + seam + textWidth(text, size, bold)
  }, 0)

export const largestOf = (runs: readonly Letters[]): number => Math.max(0, ...runs.map(({ size }) => size))

/** How many lines runs take in a box this wide: a line that breaks is left up to a letter early. */
export function runLines(runs: readonly Letters[], width: number): number {
  const total = runsWidth(runs)
  return total <= width ? 1 : Math.max(2, Math.ceil(total / Math.max(1, width - largestOf(runs) * 0.7)))
}

interface Block {
  readonly runs: readonly Letters[]
  readonly before?: number
  readonly lines?: number
  readonly bullet?: { readonly room: number }
}

/** How much height paragraphs take in a box this wide, in px. */
export const heightIn = (paragraphs: readonly Block[], width: number): number =>
  paragraphs.reduce(
    (sum, { runs, before = 0, lines = 1, bullet }, index) =>
      sum + (index === 0 ? 0 : before) + runLines(runs, width - (bullet?.room ?? 0)) * largestOf(runs) * LINE * lines,
    0
  )
