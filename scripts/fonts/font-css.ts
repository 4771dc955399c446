import { formatUnicodeRange } from './code-points.ts'
import type { FontFile } from './font-file.ts'

const rule = ({ name, face, codePoints }: FontFile): string =>
  `@font-face{font-family:"${face.family}";font-style:normal;font-weight:${face.weight};font-display:swap;` +
  `src:url(./${name}) format("woff2");unicode-range:${formatUnicodeRange(codePoints)}}\n`

/** One rule a line; the addresses are relative to the style sheet. */
export const fontCss = (files: readonly FontFile[]): string => files.map(rule).join('')
