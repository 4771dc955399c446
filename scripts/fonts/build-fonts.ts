import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { textOf } from './code-points.ts'
import { readDemands, type Demands, type TextSources } from './demand.ts'
import { buildFace } from './face-subsets.ts'
import { faceSlices } from './face-slices.ts'
import { FACES } from './faces.ts'
import { fontCss } from './font-css.ts'
import { ofFace, type FontFile } from './font-file.ts'
import { packageDir } from './fontsource.ts'
import { inputsHash } from './inputs-hash.ts'
import { MANIFEST, readManifest, type Manifest, type Missing } from './manifest.ts'
import { replaceFolder } from './replace-folder.ts'
import { reportOf, type FontReport } from './report.ts'

export const FONTS_CSS = 'fonts.css'
export const SLICES_CSS = 'slices.css'
const LICENSES = 'LICENSES.txt'

interface Built {
  readonly subsets: readonly FontFile[]
  readonly slices: readonly FontFile[]
  readonly missing: readonly Missing[]
}

/** The same slice of every face side by side: their ranges are nearly equal, which compresses the sheet to less than half. */
const bySlice = (a: FontFile, b: FontFile): number => a.label.localeCompare(b.label, 'en', { numeric: true })

const build = async (demands: Demands): Promise<Built> => {
  const faces = await Promise.all(FACES.map(async (face) => ({ face, ...(await buildFace(face, demands[face.role])) })))
  const subsets = faces.flatMap(({ files }) => files)
  const slices = (await Promise.all(FACES.map((face) => faceSlices(face, ofFace(subsets, face))))).flat().toSorted(bySlice)
  const missing = faces.filter((face) => face.missing.size > 0).map(({ face: { family, weight }, missing: codes }) => ({ family, weight, text: textOf(codes) }))
  return { subsets, slices, missing }
}

const manifestOf = (inputs: string, { subsets, slices, missing }: Built): Manifest => ({
  inputs,
  files: [...subsets, ...slices].map(({ name, face, part, bytes, codePoints }) => ({
    file: name,
    family: face.family,
    weight: face.weight,
    part,
    bytes: bytes.length,
    codePoints: codePoints.size
  })),
  missing: [...missing]
})

/** The licence asks that every copy carries it. */
const readLicenses = async (): Promise<string> => {
  const slugs = [...new Set(FACES.map((face) => face.slug))]
  const texts = await Promise.all(slugs.map((slug) => readFile(join(packageDir(slug), 'LICENSE'), 'utf8')))
  return slugs.map((slug, index) => `${slug}\n\n${texts[index] ?? ''}\n`).join('\n')
}

const write = async (dir: string, built: Built, manifest: Manifest): Promise<void> => {
  const put = (name: string, content: string | Buffer): Promise<void> => writeFile(join(dir, name), content)
  await Promise.all([...built.subsets, ...built.slices].map((file) => put(file.name, file.bytes)))
  await put(FONTS_CSS, fontCss(built.subsets))
  await put(SLICES_CSS, fontCss(built.slices))
  await put(LICENSES, await readLicenses())
  await put(MANIFEST, `${JSON.stringify(manifest, null, 1)}\n`)
}

/**
 * Makes the folder of fonts for a pack: subsets of what the pack and the code paint (fonts.css),
 * fontsource's slices for everything else (slices.css) and manifest.json. Leaves the folder alone
 * when it was already made from the same inputs.
 */
export const buildFonts = async ({ outDir, ...texts }: TextSources & { readonly outDir: string }): Promise<FontReport> => {
  const demands = await readDemands(texts)
  const inputs = await inputsHash(demands)
  const present = await readManifest(outDir)
  if (present?.inputs === inputs) return reportOf(outDir, present, true)
  const built = await build(demands)
  const manifest = manifestOf(inputs, built)
  await replaceFolder(outDir, (fresh) => write(fresh, built, manifest))
  return reportOf(outDir, manifest, false)
}
