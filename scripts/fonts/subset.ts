import subsetFont from 'subset-font'
import { readCmap } from './cmap.ts'
import { textOf, type CodePoints } from './code-points.ts'
import { viewOf } from './sfnt.ts'

/**
 * Kerning and half-width punctuation. Vertical forms and ligatures would bring glyphs that nothing
 * paints, and `tnum` has nothing left to do: the digits are tabular before they come here.
 */
const FEATURES = ['kern', 'halt']

/** Only these glyphs, without hinting: at the sizes of a wall it does nothing but weigh. */
export const subset = (font: Buffer, codePoints: CodePoints, targetFormat: 'sfnt' | 'woff2'): Promise<Buffer> =>
  subsetFont(font, textOf(codePoints), { targetFormat, keepFeatures: FEATURES, noLayoutClosure: true, noHinting: true })

/** The font as it is, unpacked from woff2. */
export const unpack = (font: Buffer): Promise<Buffer> => subsetFont(font, '', { targetFormat: 'sfnt', keepAllGlyphs: true })

export const codePointsIn = (sfnt: Buffer): Set<number> => new Set(readCmap(viewOf(sfnt)).keys())
