import type { LoadCounts } from './load.ts'
import type { Round } from './run.ts'
import type { Watcher } from './watcher.ts'

const SECONDS = 5
const GROWTH = 1.3
const LOAD = 10
/** With fewer the p95 is the slowest of all: of so few the middle one is judged, and the slowest has twice as long. */
const MANY = 20

export interface Restarts {
  readonly rounds: readonly Round[]
  readonly watchers: readonly Pick<Watcher, 'kind' | 'name' | 'mishaps'>[]
  readonly load: LoadCounts
  /** What must not have happened to the server. */
  readonly mishaps: readonly string[]
}

export interface Times {
  readonly of: number
  readonly back: number
  /** Seconds. One that never came back took for ever. */
  readonly p50: number
  readonly p95: number
  readonly max: number
}

/** The smallest value that so large a part does not exceed. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN
}

export function timesOf({ rounds, watchers }: Pick<Restarts, 'rounds' | 'watchers'>, kind: Watcher['kind']): Times {
  const all = rounds.flatMap(({ back }) => back.filter((_, index) => watchers[index]?.kind === kind))
  const seconds = all.map((time) => (time === undefined ? Infinity : time / 1000))
  const back = all.filter((time) => time !== undefined).length
  return { of: all.length, back, p50: quantile(seconds, 0.5), p95: quantile(seconds, 0.95), max: quantile(seconds, 1) }
}

/** MiB at the beginning and at the end: the middle of the first and of the last fifth, as one round says little. */
export function memoryOf(rounds: readonly Round[]): { readonly first: number; readonly last: number } {
  const memory = rounds.map((round) => round.memory)
  const fifth = Math.max(1, Math.floor(memory.length / 5))
  return { first: quantile(memory.slice(0, fifth), 0.5), last: quantile(memory.slice(-fifth), 0.5) }
}

const late = (name: string, seconds: number, limit = SECONDS): string[] => (seconds <= limit ? [] : [`${name} is ${seconds.toFixed(1)} s, not ${limit} s`])

const slow = (kind: Watcher['kind'], { back, of, p50, p95 }: Times): string[] => [
  ...(back < of ? [`${of - back} times a ${kind} did not come back`] : []),
  ...(of < MANY ? [...late(`p50 of ${kind}s`, p50), ...late(`the slowest of ${of} ${kind}s`, p95, 2 * SECONDS)] : late(`p95 of ${kind}s`, p95))
]

const count = (names: readonly string[]): string => [...new Set(names)].slice(0, 5).join(', ')

/** What is wrong with it; nothing when the server can be restarted at any time. */
export function findingsOf(restarts: Restarts): readonly string[] {
  const { rounds, watchers, load, mishaps } = restarts
  const kinds = [...new Set(watchers.map(({ kind }) => kind))]
  const missed = rounds.flatMap((round) => round.missed)
  const lost = rounds.reduce((sum, round) => sum + round.lost, 0)
  const { first, last } = memoryOf(rounds)
  return [
    ...kinds.flatMap((kind) => slow(kind, timesOf(restarts, kind))),
    ...(missed.length > 0 ? [`${missed.length} times a release was missed: ${count(missed)}`] : []),
    ...(lost > 0 ? [`${lost} acknowledged releases are not there`] : []),
    ...(rounds.every(({ publications }) => publications === 0) ? ['nothing was published'] : []),
    ...(last > first * GROWTH ? [`the memory of the server went from ${first.toFixed(0)} to ${last.toFixed(0)} MiB`] : []),
    ...(load.asked < load.seconds * LOAD ? [`only ${load.asked} requests in ${load.seconds.toFixed(0)} s`] : []),
    ...(load.failedWhileUp > 0 ? [`${load.failedWhileUp} requests failed while the server was up`] : []),
    ...mishaps,
    ...watchers.flatMap(({ name, mishaps }) => mishaps.map((mishap) => `${name}: ${mishap}`))
  ]
}
