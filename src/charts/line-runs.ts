import type { Observation } from '#contract/observation.ts'

export interface LinePoint {
  /** Null where there is none: the line breaks there. */
  readonly value: number | null
  readonly observation: Observation | null
}

/** An unbroken piece of a line that is drawn in one manner, both ends included. */
export interface LineRun {
  readonly demo: boolean
  readonly from: number
  readonly to: number
}

export const isDemo = (point: LinePoint | undefined): boolean => point?.observation?.origin === 'demo'

/** A line's runs: what leads to or from a demo point is demo. Two that meet share their point, a point by itself is a run too. */
export function lineRuns(points: readonly LinePoint[]): LineRun[] {
  const runs: LineRun[] = []
  points.forEach((point, to) => {
    if (point.value === null) return
    const [before, last] = [points[to - 1], runs.at(-1)]
    if (before === undefined || before.value === null || last === undefined) {
      runs.push({ demo: isDemo(point), from: to, to })
      return
    }
    const demo = isDemo(before) || isDemo(point)
    // The first step of a run says what it is: till then it was its first point only.
    if (last.demo === demo || last.from === last.to) runs[runs.length - 1] = { ...last, demo, to }
    else runs.push({ demo, from: to - 1, to })
  })
  return runs
}

/** The line's values within one run only: what a series of its own draws. */
export const valuesIn = (points: readonly LinePoint[], { from, to }: LineRun): (number | null)[] =>
  points.map(({ value }, index) => (index >= from && index <= to ? value : null))
