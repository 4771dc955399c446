import { slopeOf, type Slope } from './slope.ts'

/** What the page held at one point of its cycle. */
export interface Sample {
  readonly rotation: number
  /** Bytes after a forced collection. */
  readonly heap: number
  readonly counts: Readonly<Record<string, number>>
  /** What the counts are of, to look at when one differs. */
  readonly notes?: readonly string[]
}

export interface Verdict {
  /** Bytes of heap for each rotation. */
  readonly slope: Slope
  /** Samples at the beginning that were left out. */
  readonly warmUp: number
  readonly samples: number
  /** Why the page fails; nothing when it passes. */
  readonly problems: readonly string[]
}

/** Bytes a rotation. A rotation every 15 s makes 5,760 a day: less than this is under 6 MB a day, and the wall may be loaded anew at night. */
const MATTERS = 1_024
const WARM_UP = { share: 0.1, least: 3 }
/** Fewer points have no interval worth the name. */
const ENOUGH = 8

const number = (value: number): string => (Number.isFinite(value) ? value.toFixed(0) : String(value))

export const slopeText = ({ perUnit, low, high, memory }: Slope): string =>
  `${number(perUnit)} B a rotation, 95 % between ${number(low)} and ${number(high)} (correlation of neighbours ${memory.toFixed(2)})`

/** Growth that is none of chance and would matter; and an interval that could hide such growth proves nothing either. */
function heapProblems(slope: Slope, samples: number): string[] {
  if (samples < ENOUGH) return []
  if (slope.low > 0 && slope.perUnit > MATTERS) return [`the heap grows: ${slopeText(slope)}`]
  if (slope.low <= 0 && slope.high > 2 * MATTERS) return [`the heap's slope is not known well enough, more samples are needed: ${slopeText(slope)}`]
  return []
}

const runs = (values: readonly number[]): string => values.filter((value, index) => value !== values[index - 1]).join(' → ')

/** Equal points of the cycle have equal counts: not one more, not one less. */
function countProblems(samples: readonly Sample[]): string[] {
  const names = [...new Set(samples.flatMap(({ counts }) => Object.keys(counts)))]
  return names.flatMap((name) => {
    const values = samples.map(({ counts }) => counts[name] ?? Number.NaN)
    const first = samples.find(({ counts }) => counts[name] !== values[0])
    return first === undefined ? [] : [`${name} is not the same at all points: ${runs(values)} (first at rotation ${first.rotation})`]
  })
}

/** Judges samples of equal points of the cycle, the first ones left out as warm-up. */
export function verdictOf(samples: readonly Sample[]): Verdict {
  const warmUp = Math.max(WARM_UP.least, Math.ceil(samples.length * WARM_UP.share))
  const warm = samples.slice(warmUp)
  const slope = slopeOf(warm.map(({ rotation, heap }) => ({ x: rotation, y: heap })))
  const problems = warm.length < 2 ? [`${warm.length} samples after warm-up tell nothing`] : [...heapProblems(slope, warm.length), ...countProblems(warm)]
  return { slope, warmUp, samples: warm.length, problems }
}
