import { LIMIT, type Due, type Verdict } from './judge.ts'
import type { Task } from './recording.ts'
import type { Run } from './run.ts'
import type { Settings } from './settings.ts'

const taskText = (task: Task | undefined): string =>
  task === undefined
    ? 'none of 5 ms'
    : `${task.duration.toFixed(0)} ms (${task.cpu.toFixed(0)} ms of work) at ${(task.start / 1_000).toFixed(1)} s${task.what === '' ? '' : `: ${task.what}`}`

const dueLines = ({ label, from, to, longest, long }: Due): string[] => [
  `${label}: ${(from / 1_000).toFixed(1)} to ${(to / 1_000).toFixed(1)} s, ${long.length} tasks over ${LIMIT} ms; longest ${taskText(longest)}`,
  ...long.filter((task) => task !== longest).map((task) => `  allowed ${taskText(task)}`)
]

export const hasPassed = ({ findings, problems }: Verdict): boolean => findings.length === 0 && problems.length === 0

/** The outcome in lines, for people. */
export function linesOf({ recording: { length }, verdict, turns }: Run, { scene, size }: Settings): string[] {
  const { idle, due, findings, problems, longestIdle } = verdict
  return [
    `${scene} at ${size.width}x${size.height}: ${(length / 1_000).toFixed(1)} s, the clock ${turns === 0 ? 'did not turn' : 'turned'}`,
    ...due.flatMap(dueLines),
    `idle: ${idle.seconds.toFixed(1)} s, ${idle.frames} frames, ${idle.callbacks} frame callbacks; longest task ${taskText(longestIdle)}`,
    ...findings.map((task) => `FAIL task over ${LIMIT} ms: ${taskText(task)}`),
    ...problems.map((problem) => `FAIL ${problem}`),
    hasPassed(verdict) ? 'passed' : 'failed'
  ]
}
