/** How wide 微软雅黑 sets a text, about: a little too wide rather than too narrow. It is not here to be measured. */
const NARROW = /[ilI.,:;'|!()[\]]/
const DIGIT = /[0-9]/
const WIDE = /[·\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF\u3000-\u303F“”‘’—…※▲▼]/

const emOf = (character: string): number => (WIDE.test(character) ? 1 : DIGIT.test(character) ? 0.56 : NARROW.test(character) ? 0.34 : 0.62)

/** Some programs part Chinese from digits and letters by a little space. */
const SEAM = 0.2
const seams = (text: string): number => (text.match(/[\u4E00-\u9FFF](?=[\dA-Za-z])|[\dA-Za-z%](?=[\u4E00-\u9FFF])/g) ?? []).length

/** In px. */
export const textWidth = (text: string, size: number, bold = false): number =>
  size * (bold ? 1.05 : 1) * (SEAM * seams(text) + Array.from(text).reduce((sum, character) => sum + emOf(character), 0))

/** How many lines a text takes in a box this wide. */
export const lineCount = (text: string, size: number, width: number): number =>
  text.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil(textWidth(part, size) / Math.max(size, width - size * 0.7))), 0)

/** The largest of these sizes at which a text stays in one line; the last one where none does. */
export const fittingSize = (text: string, width: number, sizes: readonly number[], bold = false): number =>
  sizes.find((size) => textWidth(text, size, bold) <= width) ?? sizes.at(-1) ?? 0
