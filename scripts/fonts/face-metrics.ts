import { readCmap } from './cmap.ts'
import { advanceOf, tableOf, viewOf } from './sfnt.ts'

/** Consecutive code points of one advance width: `[first, how many, width]`, in thousandths of an em. */
export type AdvanceRun = readonly [from: number, count: number, advance: number]

export interface FaceMetrics {
  /** How far its lines reach above and below the baseline, in thousandths of an em. */
  readonly ascent: number
  readonly descent: number
  readonly advances: readonly AdvanceRun[]
}

function runsOf(advances: readonly (readonly [number, number])[]): AdvanceRun[] {
  const runs: [number, number, number][] = []
  for (const [code, advance] of advances) {
    const last = runs.at(-1)
    if (last !== undefined && last[0] + last[1] === code && last[2] === advance) last[1] += 1
    else runs.push([code, 1, advance])
  }
  return runs
}

/** How wide each character is, and how tall a line, without opening the font again. */
export function metricsOf(sfnt: Buffer): FaceMetrics {
  const font = viewOf(sfnt)
  const [head, hhea] = [tableOf(font, 'head'), tableOf(font, 'hhea')]
  if (head === undefined || hhea === undefined) throw new Error('font without measures')
  const thousandths = (units: number): number => Math.round((units * 1000) / head.getUint16(18))
  const advances = [...readCmap(font)].toSorted(([a], [b]) => a - b).map(([code, glyph]) => [code, thousandths(advanceOf(font, glyph))] as const)
  return { ascent: thousandths(hhea.getInt16(4)), descent: thousandths(-hhea.getInt16(6)), advances: runsOf(advances) }
}
