import { createHash } from 'node:crypto'
import { faceName, type Face } from './faces.ts'

export type Part = 'first' | 'pack' | 'outside' | 'slice'

/** One woff2 file to ship, with the code points it is declared for. */
export interface FontFile {
  readonly name: string
  readonly face: Face
  readonly part: Part
  /** Which cut of the face: `first`, `pack-53`, or a slice's id. */
  readonly label: string
  readonly bytes: Buffer
  readonly codePoints: ReadonlySet<number>
}

/** The name carries a hash of the content, so that a browser may keep the file for ever. */
export const fontFile = (cut: Omit<FontFile, 'name'>): FontFile => {
  const { face, label, bytes } = cut
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8)
  return { ...cut, name: `${face.slug}-${face.weight}-${label}.${hash}.woff2` }
}

export const ofFace = (files: readonly FontFile[], face: Face): FontFile[] => files.filter((file) => faceName(file.face) === faceName(face))
