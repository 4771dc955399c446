import type { Interval, Recording, Task } from './recording.ts'

/** Milliseconds: what takes longer holds up frames that somebody sees (the Long Tasks API draws the line there too). */
export const LIMIT = 50

/** A clock makes a frame a second at most; some may come of what has just happened. A loop makes up to sixty. */
const FRAMES = { aSecond: 1, besides: 3 } as const

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

/** Frames or callbacks that are more than a clock makes. */
function loopsOf(what: string, count: number, seconds: number): string[] {
  const allowed = Math.floor(seconds * FRAMES.aSecond) + FRAMES.besides
  return count <= allowed ? [] : [`${count} ${what} in ${seconds.toFixed(0)} s without news: something loops (${allowed} at most)`]
}

/** Judges what a page did: long tasks outside the intervals are findings, and so is whatever goes on while nothing is due. `animations` are those that ran then. */
export function judge({ length, tasks, intervals, frames, callbacks }: Recording, animations: readonly string[] = []): Verdict {
  const isIdle = (start: number, duration = 0): boolean => !intervals.some((interval) => overlaps({ start, duration }, interval))
  const idleTasks = tasks.filter(({ start, duration }) => isIdle(start, duration))
  const seconds = (length - intervals.reduce((sum, { from, to }) => sum + to - from, 0)) / 1_000
  const idle = { seconds, frames: frames.filter((at) => isIdle(at)).length, callbacks: callbacks.filter((at) => isIdle(at)).length }
  return {
    findings: idleTasks.filter(({ duration }) => duration > LIMIT),
    problems: [
      ...loopsOf('frames', idle.frames, seconds),
      ...loopsOf('frame callbacks', idle.callbacks, seconds),
      ...animations.map((name) => `animation ${name} runs without news`)
    ],
    due: intervals.map((interval) => dueOf(interval, tasks)),
    longestIdle: longestOf(idleTasks),
    idle
  }
}
