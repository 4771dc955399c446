import { union, without, type CodePoints } from './code-points.ts'
import { isLatin, type Face } from './faces.ts'
import { fontFile, type FontFile } from './font-file.ts'
import { readSliceFile, readSlices, type Slice } from './fontsource.ts'

const SHIPPED = /^(\d+|latin|latin-ext)$/

const span = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index)

/** Quotes, dashes, dots and arrows inside Chinese text are Chinese ones: no Latin face may claim them, however late it loads. */
const CHINESE_MARKS: CodePoints = new Set([0xb7, ...span(0x2000, 0x206f), ...span(0x2190, 0x21ff)])

const sliceFile = async (face: Face, slice: Slice, taken: CodePoints): Promise<FontFile[]> => {
  const codePoints = without(slice.range, taken)
  if (codePoints.size === 0) return []
  return [fontFile({ face, part: 'slice', label: slice.id, bytes: await readSliceFile(face, slice.id), codePoints })]
}

/**
 * Fontsource's own slices, for what neither the pack nor the code contains today. Where rules of
 * one family overlap the later one wins, so what our subsets cover is cut out of the slices.
 */
export const faceSlices = async (face: Face, subsets: readonly FontFile[]): Promise<FontFile[]> => {
  const covered = union(...subsets.map((file) => file.codePoints))
  const taken = isLatin(face) ? union(covered, CHINESE_MARKS) : covered
  const slices = (await readSlices(face.slug)).filter((slice) => SHIPPED.test(slice.id))
  return (await Promise.all(slices.map((slice) => sliceFile(face, slice, taken)))).flat()
}
