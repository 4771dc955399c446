import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { Failure } from '#server/messages/failure.ts'

const Run = z.tuple([z.int(), z.int(), z.int()])

const FontTable = z.object({
  id: z.string(),
  fonts: z.array(
    z.object({ family: z.string(), weight: z.int(), file: z.string(), rare: z.boolean(), ascent: z.int(), descent: z.int(), advances: z.array(Run) })
  )
})

/** One file of a face, with the advance of each character that it has, in thousandths of an em. */
export interface FaceFile {
  readonly family: string
  readonly weight: number
  readonly path: string
  readonly rare: boolean
  readonly ascent: number
  readonly descent: number
  readonly advances: ReadonlyMap<number, number>
}

export interface Faces {
  /** Changes with any byte of any font. */
  readonly id: string
  readonly files: readonly FaceFile[]
}

const advancesOf = (runs: readonly (readonly [number, number, number])[]): ReadonlyMap<number, number> =>
  new Map(runs.flatMap(([from, count, advance]) => Array.from({ length: count }, (_, index) => [from + index, advance] as const)))

/** The fonts that `npm run build` made for pictures. @throws Failure where they are not there. */
export function readFaces(folder: string): Faces {
  try {
    const { id, fonts } = FontTable.parse(JSON.parse(readFileSync(join(folder, 'fonts.json'), 'utf8')))
    return { id, files: fonts.map(({ file, advances, ...face }) => ({ ...face, path: join(folder, file), advances: advancesOf(advances) })) }
  } catch (error) {
    throw new Failure(`图片字体不可用（${join(folder, 'fonts.json')}），请先运行 npm run build。`, { cause: error })
  }
}
