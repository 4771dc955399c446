import type { Interval, Recording, Task } from './recording.ts'

/** Milliseconds: what takes longer holds up frames that somebody sees (the Long Tasks API draws the line there too). */
export const LIMIT = 50

/** The clock shows minutes, and makes a frame when it turns; one or two may come late of what has just happened. */
const FRAMES = { aMinute: 1, besides: 2 } as const

/** The tasks that came while something was due, and the longest of them. */
export interface Due extends Interval {
  readonly long: readonly Task[]
  readonly longest: Task | undefined
}

export interface Verdict {
  /** Long tasks while nothing was due. */
  readonly findings: readonly Task[]
  /** What else must not be, in words. */
  readonly problems: readonly string[]
  readonly due: readonly Due[]
  readonly longestIdle: Task | undefined
  /** While nothing was due. */
  readonly idle: { readonly seconds: number; readonly frames: number; readonly callbacks: number }
}

const overlaps = ({ start, duration }: Pick<Task, 'start' | 'duration'>, { from, to }: Interval): boolean => start <= to && start + duration >= from

const longestOf = (tasks: readonly Task[]): Task | undefined => tasks.toSorted((a, b) => b.duration - a.duration)[0]

function dueOf(interval: Interval, tasks: readonly Task[]): Due {
  const own = tasks.filter((task) => overlaps(task, interval))
  return { ...interval, long: own.filter(({ duration }) => duration > LIMIT), longest: longestOf(own) }
}

const tooMany = (what: string, count: number, allowed: number, seconds: number): string[] =>
  count <= allowed ? [] : [`${count} ${what} in ${seconds.toFixed(0)} s without news, ${allowed} at most: something loops`]

/** Frames that are more than a clock makes, and frame callbacks, for which a clock has no need. */
const loopsOf = ({ seconds, frames, callbacks }: Verdict['idle']): string[] => [
  ...tooMany('frames', frames, Math.ceil(seconds / 60) * FRAMES.aMinute + FRAMES.besides, seconds),
  ...tooMany('frame callbacks', callbacks, 0, seconds)
]

/** Judges what a page did: long tasks outside the intervals are findings, and so is whatever goes on while nothing is due. `animations` are those that ran then. */
export function judge({ length, tasks, intervals, frames, callbacks }: Recording, animations: readonly string[] = []): Verdict {
  const isIdle = (start: number, duration = 0): boolean => !intervals.some((interval) => overlaps({ start, duration }, interval))
  const idleTasks = tasks.filter(({ start, duration }) => isIdle(start, duration))
  const seconds = (length - intervals.reduce((sum, { from, to }) => sum + to - from, 0)) / 1_000
  const idle = { seconds, frames: frames.filter((at) => isIdle(at)).length, callbacks: callbacks.filter((at) => isIdle(at)).length }
  return {
    findings: idleTasks.filter(({ duration }) => duration > LIMIT),
    problems: [...loopsOf(idle), ...animations.map((name) => `animation ${name} runs without news`)],
    due: intervals.map((interval) => dueOf(interval, tasks)),
    longestIdle: longestOf(idleTasks),
    idle
  }
}
