import { formatUnicodeRange } from './code-points.ts'
import { isLatin } from './faces.ts'
import type { FontFile } from './font-file.ts'

/**
 * A Latin face is one small file and first in its stack: without a range, what it lacks falls through to the
 * next family by its own table. (With a range, Chromium ends when a canvas measures Chinese text on a machine
 * that has no fonts.)
 */
const rangeOf = ({ face, part, codePoints }: FontFile): string => (isLatin(face) && part === 'first' ? '' : `;unicode-range:${formatUnicodeRange(codePoints)}`)

const rule = ({ name, face, ...file }: FontFile): string =>
  `@font-face{font-family:"${face.family}";font-style:normal;font-weight:${face.weight};font-display:swap;` +
  `src:url(./${name}) format("woff2")${rangeOf({ name, face, ...file })}}\n`

/** One rule a line; the addresses are relative to the style sheet. */
export const fontCss = (files: readonly FontFile[]): string => files.map(rule).join('')
