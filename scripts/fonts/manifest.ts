import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'

const ManifestFile = z.object({
  file: z.string(),
  family: z.string(),
  weight: z.int(),
  part: z.enum(['first', 'pack', 'outside', 'slice']),
  bytes: z.int(),
  codePoints: z.int()
})

export const Missing = z.object({ family: z.string(), weight: z.int(), text: z.string() })

export const Manifest = z.object({
  /** Hash of everything the folder was made from. */
  inputs: z.string(),
  files: z.array(ManifestFile),
  /** Characters the texts need and the family does not have; the next family of the stack paints them. */
  missing: z.array(Missing)
})

export type Missing = z.infer<typeof Missing>
export type Manifest = z.infer<typeof Manifest>

export const MANIFEST = 'manifest.json'

const isThere = async (dir: string, { file, bytes }: Manifest['files'][number]): Promise<boolean> => (await stat(join(dir, file))).size === bytes

/** The manifest of a complete folder; undefined when the folder is absent, damaged or of an older shape. */
export const readManifest = async (dir: string): Promise<Manifest | undefined> => {
  try {
    const manifest = Manifest.parse(JSON.parse(await readFile(join(dir, MANIFEST), 'utf8')))
    const complete = await Promise.all(manifest.files.map((file) => isThere(dir, file)))
    return complete.every(Boolean) ? manifest : undefined
  } catch {
    return undefined
  }
}
