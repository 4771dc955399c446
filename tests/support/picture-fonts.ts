import { execFileSync } from 'node:child_process'
import { readFaces, type Faces } from '#server/render/faces.ts'

export const PICTURE_FONTS = 'build/picture-fonts'

/** The fonts of pictures, made first where they are not there or are of other sources. */
export function pictureFaces(): Faces {
  execFileSync(process.execPath, ['scripts/build.mjs', '--stale', 'pictures'], { stdio: ['ignore', 'ignore', 'inherit'] })
  return readFaces(PICTURE_FONTS)
}
