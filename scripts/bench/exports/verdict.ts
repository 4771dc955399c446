/** What was measured in one part, in milliseconds. */
export interface Part {
  /** Of each rotation, the longest time between two frames while its scenes faded. */
  readonly gaps: readonly number[]
  /** How long the wall's own requests took. */
  readonly answers: readonly number[]
}

export interface Verdict {
  readonly problems: readonly string[]
  /** All was late already without exports: that nothing was later with them proves nothing. */
  readonly isBusy: boolean
}

/** Milliseconds more than without exports, from which on somebody would notice. */
const FRAMES = 100
/** A wall shows what it has while it asks: an answer may be late by this, and nobody sees it. */
const ANSWERS = 500

/** Milliseconds: a machine on which nothing else runs stays well below. */
const QUIET = { frames: 200, answers: 400 } as const

const worst = (times: readonly number[]): number => times.reduce((most, time) => Math.max(most, time), -Infinity)

function later(what: string, before: readonly number[], now: readonly number[], limit: number): string[] {
  const [base, most] = [worst(before), worst(now)]
  if (!Number.isFinite(base) || !Number.isFinite(most)) return [`${what}: nothing was measured`]
  return most > base + limit ? [`${what}: ${most.toFixed(0)} ms with exports, ${base.toFixed(0)} ms at most without, ${limit} ms more are allowed`] : []
}

/** Whether a wall notices exports: no frame and no answer is later than without them by more than it may be. `made` files must have been made, and `refused` answers were none: so few clients never are too many. */
export function verdictOf(baseline: Part, loaded: Part, made: number, refused: number): Verdict {
  return {
    isBusy: worst(baseline.gaps) > QUIET.frames || worst(baseline.answers) > QUIET.answers,
    problems: [
      ...later('time between two frames', baseline.gaps, loaded.gaps, FRAMES),
      ...later("answer to the wall's requests", baseline.answers, loaded.answers, ANSWERS),
      ...(made === 0 ? ['no file was made'] : []),
      ...(refused > 0 ? [`${refused} answers were no file`] : [])
    ]
  }
}
