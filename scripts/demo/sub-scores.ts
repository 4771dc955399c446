import { jitter, type Random } from './random.ts'

/** An input of the composite: its weight in percent and how it usually stands to the composite, in tenths. */
export interface ScoreInput {
  readonly weight: number
  readonly lean: number
}

const MAX = 1000
const weighted = (inputs: readonly ScoreInput[], scores: readonly number[]): number => inputs.reduce((sum, { weight }, i) => sum + weight * (scores[i] ?? 0), 0)
const weightOf = (inputs: readonly ScoreInput[]): number => inputs.reduce((sum, { weight }) => sum + weight, 0)

function drawn(inputs: readonly ScoreInput[], composite: number, reach: number, random: Random): number[] {
  const raw = inputs.map(({ lean }) => lean + jitter(random, reach))
  const centre = Math.round(weighted(inputs, raw) / weightOf(inputs))
  return raw.map((value) => Math.min(MAX, composite + value - centre))
}

/** 0, 1, -1, 2, -2 ... tenths: the smallest change first. */
const STEPS = Array.from({ length: 41 }, (_, i) => (i % 2 === 0 ? -i / 2 : (i + 1) / 2))

/** Moves one score by a step and lets the last one take up the rest; null when that is no whole score. */
function settleWith(inputs: readonly ScoreInput[], scores: readonly number[], move: { at: number; by: number; target: number }): number[] | null {
  const last = inputs.length - 1
  const moved = scores.map((score, i) => (i === move.at ? score + move.by : score))
  const change = (move.target - weighted(inputs, moved)) / (inputs[last]?.weight ?? 1)
  const settled = moved.map((score, i) => (i === last ? score + change : score))
  return settled.every((score) => Number.isInteger(score) && score >= 0 && score <= MAX) ? settled : null
}

/** The smallest change of two scores that makes the weighted sum exact. */
function settle(inputs: readonly ScoreInput[], scores: readonly number[], target: number): number[] | null {
  const moves = STEPS.flatMap((by) => inputs.map((_, at) => ({ at, by, target })))
  for (const move of moves) {
    const settled = settleWith(inputs, scores, move)
    if (settled !== null) return settled
  }
  return null
}

/**
 * Scores in tenths of a point whose weighted mean is exactly `composite` (tenths), each near its lean.
 * @throws RangeError when the weights allow no such scores.
 */
export function subScores({ inputs, composite, reach, random }: { inputs: readonly ScoreInput[]; composite: number; reach: number; random: Random }): number[] {
  const scores = settle(inputs, drawn(inputs, composite, reach, random), composite * weightOf(inputs))
  if (scores === null) throw new RangeError(`no sub-scores make ${composite / 10}`)
  return scores
}
