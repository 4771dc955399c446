import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { codePointsOf, union, without, type CodePoints } from './code-points.ts'
import { LATIN } from './demand.ts'
import { metricsOf, type FaceMetrics } from './face-metrics.ts'
import { FACES, isLatin, type Face } from './faces.ts'
import { mainSliceOf, packageDir, readSliceFile, readSlices, type Slice } from './fontsource.ts'
import { writeNames } from './name-table.ts'
import { replaceFolder } from './replace-folder.ts'
import { replaceTable } from './sfnt.ts'
import { codePointsIn, subset, unpack } from './subset.ts'
import { withTabularDigits } from './tabular-digits.ts'

/** One font file for pictures, and how wide its characters are. */
interface PictureFont extends FaceMetrics {
  readonly family: string
  readonly weight: number
  readonly file: string
  /** It holds characters that are rarely met, beside the main file of its face. */
  readonly rare: boolean
}

interface Made {
  readonly font: PictureFont
  readonly bytes: Buffer
}

const made = ({ family, weight, slug }: Face, label: string, rare: boolean, sfnt: Buffer): Made => ({
  font: { family, weight, rare, file: `${slug}-${weight}-${label}.ttf`, ...metricsOf(sfnt) },
  bytes: replaceTable(sfnt, 'name', writeNames(family, weight))
})

async function mainOf(face: Face): Promise<Made> {
  const whole = await unpack(await readSliceFile(face, mainSliceOf(face)))
  return made(face, 'main', false, isLatin(face) ? await subset(withTabularDigits(whole), codePointsOf(LATIN), 'sfnt') : whole)
}

async function rareOf(face: Face, { id, range }: Slice, known: CodePoints): Promise<Made[]> {
  const wanted = without(range, known)
  if (wanted.size === 0) return []
  const sfnt = await subset(await readSliceFile(face, id), wanted, 'sfnt')
  return codePointsIn(sfnt).size === 0 ? [] : [made(face, id, true, sfnt)]
}

/** The main file of a face, and beside it one for each slice with characters that neither it nor an earlier slice has. */
async function fontsOf(face: Face): Promise<Made[]> {
  const fonts = [await mainOf(face)]
  if (isLatin(face)) return fonts
  let known: CodePoints = codePointsIn(fonts[0]?.bytes ?? Buffer.alloc(0))
  for (const slice of await readSlices(face.slug)) {
    const more = await rareOf(face, slice, known)
    known = union(known, ...more.map(({ bytes }) => codePointsIn(bytes)))
    fonts.push(...more)
  }
  return fonts
}

const licenses = async (): Promise<string> => {
  const slugs = [...new Set(FACES.map(({ slug }) => slug))]
  return (await Promise.all(slugs.map(async (slug) => `${slug}\n\n${await readFile(join(packageDir(slug), 'LICENSE'), 'utf8')}\n`))).join('\n')
}

/**
 * The whole fonts that the server draws pictures with: unlike a page it cannot fetch a slice when a character turns up in later
 * data. `fonts.json` says which file has which characters, how wide they are, and what the whole was made from.
 */
export async function buildPictureFonts(outDir: string): Promise<{ readonly files: number; readonly bytes: number }> {
  const fonts: Made[] = []
  for (const face of FACES) fonts.push(...(await fontsOf(face)))
  const hash = createHash('sha256')
  for (const { bytes } of fonts) hash.update(bytes)
  const table = { id: hash.digest('hex').slice(0, 12), fonts: fonts.map(({ font }) => font) }
  await replaceFolder(outDir, async (fresh) => {
    await Promise.all(fonts.map(({ font, bytes }) => writeFile(join(fresh, font.file), bytes)))
    await writeFile(join(fresh, 'fonts.json'), JSON.stringify(table))
    await writeFile(join(fresh, 'LICENSES.txt'), await licenses())
  })
  return { files: fonts.length, bytes: fonts.reduce((sum, { bytes }) => sum + bytes.length, 0) }
}
