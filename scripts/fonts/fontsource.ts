import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import * as z from 'zod'
import { parseUnicodeRange } from './code-points.ts'
import { isLatin, type Face } from './faces.ts'

/** One file of a fontsource family: `118`, `latin`, `chinese-simplified` ... */
export interface Slice {
  readonly id: string
  /** What the package declares for it; the file itself may bring less. */
  readonly range: ReadonlySet<number>
}

const require = createRequire(import.meta.url)
const Ranges = z.record(z.string(), z.string())

export const packageDir = (slug: string): string => dirname(require.resolve(`@fontsource/${slug}`))

/** The file that brings most of what a face needs. */
export const mainSliceOf = (face: Face): string => (isLatin(face) ? 'latin' : 'chinese-simplified')

export const readSliceFile = (face: Face, id: string): Promise<Buffer> =>
  readFile(join(packageDir(face.slug), 'files', `${face.slug}-${id}-${face.weight}-normal.woff2`))

/** The family's slices by unicode-range; numbered ones stand in brackets in the package's table. */
export const readSlices = async (slug: string): Promise<Slice[]> => {
  const ranges = Ranges.parse(JSON.parse(await readFile(join(packageDir(slug), 'unicode.json'), 'utf8')))
  return Object.entries(ranges).map(([id, range]) => ({ id: id.replace(/[[\]]/g, ''), range: parseUnicodeRange(range) }))
}
