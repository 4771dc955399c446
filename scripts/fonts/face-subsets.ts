import { union, within, without, type CodePoints } from './code-points.ts'
import type { Demand } from './demand.ts'
import { isLatin, type Face } from './faces.ts'
import { fontFile, type FontFile } from './font-file.ts'
import { mainSliceOf, readSliceFile, readSlices } from './fontsource.ts'
import { codePointsIn, subset, unpack } from './subset.ts'
import { withTabularDigits } from './tabular-digits.ts'

interface Source {
  readonly id: string
  readonly sfnt: Buffer
  readonly has: CodePoints
}

interface FaceSubsets {
  readonly files: readonly FontFile[]
  /** Wanted, but in no file of the family. */
  readonly missing: CodePoints
}

const openSource = async (face: Face, id: string, wanted: CodePoints): Promise<Source> => {
  const file = await readSliceFile(face, id)
  const font = isLatin(face) ? withTabularDigits(await unpack(file)) : file
  const sfnt = await subset(font, wanted, 'sfnt')
  return { id, sfnt, has: codePointsIn(sfnt) }
}

/** The main file first; symbols and rare characters that it lacks come from the slices that have them. */
const openSources = async (face: Face, wanted: CodePoints): Promise<{ sources: Source[]; missing: CodePoints }> => {
  const sources = [await openSource(face, mainSliceOf(face), wanted)]
  let missing = without(wanted, union(...sources.map((source) => source.has)))
  for (const slice of await readSlices(face.slug)) {
    const here = within(missing, slice.range)
    if (here.size === 0) continue
    const source = await openSource(face, slice.id, here)
    sources.push(source)
    missing = without(missing, source.has)
  }
  return { sources, missing }
}

const cut = async (face: Face, source: Source, part: keyof Demand, wanted: CodePoints): Promise<FontFile[]> => {
  const codePoints = within(wanted, source.has)
  if (codePoints.size === 0) return []
  const bytes = await subset(source.sfnt, codePoints, 'woff2')
  const label = source.id === mainSliceOf(face) ? part : `${part}-${source.id}`
  return [fontFile({ face, part, label, bytes, codePoints })]
}

/** The subsets of one face, with disjoint code points. */
export const buildFace = async (face: Face, demand: Demand): Promise<FaceSubsets> => {
  const { sources, missing } = await openSources(face, union(demand.first, demand.pack, demand.outside))
  const parts = (['first', 'pack', 'outside'] as const).flatMap((part) => sources.map((source) => cut(face, source, part, demand[part])))
  return { files: (await Promise.all(parts)).flat(), missing }
}
