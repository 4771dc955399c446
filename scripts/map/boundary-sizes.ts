import { brotliCompressSync, constants } from 'node:zlib'
import type { Boundaries } from './boundary-features.ts'
import { isArea } from './boundary-features.ts'

/** Aims in bytes, under the hard limits of 25 KB and 12 KB: the counties as JSON, the whole file as brotli 11. */
export const AREAS_BUDGET = 22 * 1024
const FILE_BUDGET = 11.5 * 1024

/** Bytes of the counties' features, of the file, and of the file as the browser receives it. */
export function sizesOf(boundaries: Boundaries) {
  const text = JSON.stringify(boundaries)
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }
  const areas = boundaries.features.filter(isArea).reduce((sum, area) => sum + Buffer.byteLength(JSON.stringify(area)), 0)
  const brotli = brotliCompressSync(text, quality).length
  const fits = areas <= AREAS_BUDGET && brotli <= FILE_BUDGET
  return { areas, file: Buffer.byteLength(text), brotli, fits }
}
