import type { Seen } from './frames.ts'
import { BLANK } from './ink.ts'
import type { Run } from './run.ts'
import { slopeText, type Sample, type Verdict } from './verdict.ts'

const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity)
const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), -Infinity)
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

function framesLine(seen: readonly Seen[]): string {
  const [frames, blank] = [sum(seen.map((one) => one.frames)), sum(seen.map((one) => one.blank))]
  const gaps = seen.map(({ gap }) => gap).toSorted((a, b) => a - b)
  const share = (least(seen.map((one) => one.least)) * 100).toFixed(0)
  return `frames: ${frames} of ${seen.length} changes, ${blank} blank (below ${BLANK * 100} % of the poorer scene's ink; the least was ${share} %); longest time between two while scenes faded: median ${(gaps[Math.floor(gaps.length / 2)] ?? 0).toFixed(0)} ms, at most ${most(gaps).toFixed(0)} ms`
}

function countLines(first: Sample | undefined, last: Sample | undefined): string[] {
  const names = Object.keys(last?.counts ?? {})
  return names.map((name) => `  ${name.padEnd(26)} ${first?.counts[name]} → ${last?.counts[name]}`)
}

export interface Outcome {
  readonly run: Run
  readonly verdict: Verdict
  readonly problems: readonly string[]
}

/** All that fails a run: growth, unequal counts, blank frames, complaints on the console. */
export function outcomeOf(run: Run, verdict: Verdict): Outcome {
  const blank = sum(run.seen.map((one) => one.blank))
  const blanks = blank === 0 ? [] : [`${blank} blank frames in ${run.seen.filter((one) => one.blank > 0).length} changes`]
  const complaints = [...new Set(run.complaints)].slice(0, 5).map((text) => `console: ${text}`)
  return { run, verdict, problems: [...verdict.problems, ...blanks, ...complaints] }
}

/** The outcome in lines, for people. */
export function linesOf({ run, verdict, problems }: Outcome): string[] {
  const { samples, seen, refreshes, seconds } = run
  const warm = samples[verdict.warmUp]
  const last = samples.at(-1)
  const rotations = seen.length
  return [
    `rotations: ${rotations}, refreshes: ${refreshes}, ${seconds.toFixed(0)} s, ${((rotations / seconds) * 60).toFixed(0)} a minute`,
    `heap: ${((warm?.heap ?? 0) / 1e6).toFixed(2)} MB after warm-up, ${((last?.heap ?? 0) / 1e6).toFixed(2)} MB at the end`,
    `slope: ${slopeText(verdict.slope)}, of ${verdict.samples} samples after ${verdict.warmUp} of warm-up`,
    framesLine(seen),
    `counts after warm-up → at the end:`,
    ...countLines(warm, last),
    ...problems.map((problem) => `FAIL ${problem}`),
    problems.length === 0 ? 'passed' : 'failed'
  ]
}
