export interface Point {
  readonly x: number
  readonly y: number
}

/** By how much y rises for each unit of x, and between which bounds that lies with a confidence of 95 %. */
export interface Slope {
  readonly perUnit: number
  readonly low: number
  readonly high: number
  /** How much a point tells of the next one, from 0 to 1. */
  readonly memory: number
}

const QUANTILE = 1.96
const MEMORY_LIMIT = 0.9

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

const median = (sorted: readonly number[]): number =>
  ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0)) / 2

const ranks = (values: readonly number[]): number[] => {
  const sorted = values.toSorted((a, b) => a - b)
  return values.map((value) => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2)
}

/** How alike neighbours are in what a line leaves over, by rank, since one outlier would hide it. Opposites would narrow the interval and count as strangers. */
function memoryOf(points: readonly Point[], perUnit: number): number {
  const rest = ranks(points.map(({ x, y }) => y - perUnit * x))
  const level = mean(rest)
  const off = rest.map((rank) => rank - level)
  const own = off.reduce((sum, value) => sum + value ** 2, 0)
  const shared = off.slice(1).reduce((sum, value, index) => sum + value * (off[index] ?? 0), 0)
  return own === 0 ? 0 : Math.min(MEMORY_LIMIT, Math.max(0, shared / own))
}

/**
 * The median of the slopes between all pairs of points (Theil and Sen), with Sen's interval from the variance of Kendall's S.
 * Why not least squares: a heap after a forced collection has outliers to one side (code that was compiled, a cache not yet
 * dropped), which would turn its line and widen its error; the median does not mind. Heaps remember: a cache that is full now is
 * full at the next sample too, so neighbouring samples are not as good as independent ones. Therefore the variance is widened as
 * for a series with that correlation between neighbours, (1 + r) / (1 - r), which is honest at the price of a wider interval.
 */
export function slopeOf(points: readonly Point[]): Slope {
  const slopes = points.flatMap((a, index) => points.slice(index + 1).map((b) => (b.y - a.y) / (b.x - a.x))).toSorted((a, b) => a - b)
  if (slopes.length === 0) return { perUnit: Number.NaN, low: -Infinity, high: Infinity, memory: 0 }
  const perUnit = median(slopes)
  const memory = memoryOf(points, perUnit)
  const n = points.length
  const variance = (n * (n - 1) * (2 * n + 5) * (1 + memory)) / (18 * (1 - memory))
  const reach = QUANTILE * Math.sqrt(variance)
  const low = slopes[Math.floor((slopes.length - reach) / 2) - 1] ?? -Infinity
  const high = slopes[Math.ceil((slopes.length + reach) / 2)] ?? Infinity
  return { perUnit, low, high, memory }
}
