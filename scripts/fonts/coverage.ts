import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FONTS_CSS, SLICES_CSS } from './build-fonts.ts'
import { parseUnicodeRange, textOf, union, without } from './code-points.ts'
import type { Demands } from './demand.ts'
import { FACES, faceName } from './faces.ts'
import type { Missing } from './manifest.ts'
import { codePointsIn, unpack } from './subset.ts'

/** One @font-face rule as the browser reads it. */
export interface FaceRule {
  readonly family: string
  readonly weight: number
  readonly file: string
  readonly sheet: string
  readonly codePoints: ReadonlySet<number>
}

const RULE = /font-family:"([^"]+)"[^}]*?font-weight:(\d+)[^}]*?url\(\.\/([^)]+)\)[^}]*?(?:unicode-range:([^}]+))?\}/g

const readSheet = async (outDir: string, sheet: string): Promise<FaceRule[]> => {
  const css = await readFile(join(outDir, sheet), 'utf8')
  const rules = [...css.matchAll(RULE)].map(async ([, family = '', weight = '', file = '', range]) => ({
    family,
    weight: Number(weight),
    file,
    sheet,
    codePoints: range === undefined ? codePointsIn(await unpack(await readFile(join(outDir, file)))) : parseUnicodeRange(range)
  }))
  return Promise.all(rules)
}

/** What the shipped style sheets declare, subsets first. */
export const fontFaceCoverage = async (outDir: string): Promise<FaceRule[]> =>
  (await Promise.all([FONTS_CSS, SLICES_CSS].map((sheet) => readSheet(outDir, sheet)))).flat()

/** Characters that the texts need at a face and that none of its rules brings; empty when all is well. */
export const uncovered = (rules: readonly FaceRule[], demands: Demands): Missing[] =>
  FACES.flatMap((face) => {
    const own = rules.filter((rule) => faceName(rule) === faceName(face))
    const { first, pack } = demands[face.role]
    const missing = without(union(first, pack), union(...own.map((rule) => rule.codePoints)))
    return missing.size === 0 ? [] : [{ family: face.family, weight: face.weight, text: textOf(missing) }]
  })
