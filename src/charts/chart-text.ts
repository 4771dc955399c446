import { FONT, TYPE } from '#tokens/sizes.ts'
import type { ChartContext } from './panel-data.ts'

/** Latin characters of the number face and of the text face in em; a Chinese one is a whole em. Enough to set columns aside without a canvas. */
const LATIN = { num: 0.43, sans: 0.6 } as const

/** The width of the widest text in em. */
export const widest = (texts: readonly string[], face: keyof typeof LATIN = 'num'): number => Math.max(0, ...texts.map((text) => emWidth(text, LATIN[face])))

const emWidth = (text: string, latin: number): number => Array.from(text).reduce((sum, character) => sum + (character.charCodeAt(0) < 0x2e80 ? latin : 1), 0)

/** A text of a custom series; `style` says what, where and how. */
export const chartText = (ctx: ChartContext, style: object): object => ({
  type: 'text',
  silent: true,
  style: { fontFamily: FONT.inline, fontSize: TYPE.min * ctx.rem, fill: ctx.theme.t2, align: 'left', verticalAlign: 'middle', ...style }
})
