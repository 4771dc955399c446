import { describe, expect, it } from 'vitest'
import { judge } from './judge.ts'
import type { Recording, Task } from './recording.ts'

const task = (start: number, duration: number, what = 'TimerFire'): Task => ({ start, duration, cpu: duration, what })

/** The clock turns. */
const TURN = 10_000

/** A minute in which the clock turns once, a release comes after 20 s and a metric is switched after 40 s. */
const minute = (change: Partial<Recording> = {}): Recording => ({
  length: 60_000,
  tasks: [task(5_000, 30), task(20_400, 120, 'release'), task(40_100, 90, 'switch')],
  intervals: [
    { label: 'release', from: 20_000, to: 22_000 },
    { label: 'metric switch', from: 40_000, to: 42_000 }
  ],
  frames: [TURN],
  callbacks: [],
  ...change
})

describe('long tasks', () => {
  it('are allowed while a release or a switch is due, and listed', () => {
    const { findings, problems, due, longestIdle } = judge(minute())
    expect([findings, problems]).toEqual([[], []])
    expect(due.map(({ label, long }) => [label, long.map(({ what }) => what)])).toEqual([
      ['release', ['release']],
      ['metric switch', ['switch']]
    ])
    expect(longestIdle?.duration).toBe(30)
  })

  it('are findings at any other time', () => {
    const planted = task(50_000, 80, 'FunctionCall plantedTask 80 ms')
    expect(judge(minute({ tasks: [...minute().tasks, planted] })).findings).toEqual([planted])
  })

  it('are due from the first to the last moment of the interval, and not beyond', () => {
    const tasks = [task(19_940, 55, 'before'), task(19_950, 60, 'into'), task(21_999, 60, 'out of'), task(22_001, 60, 'after')]
    expect(judge(minute({ tasks })).findings.map(({ what }) => what)).toEqual(['before', 'after'])
  })

  it('are longer than 50 ms', () => {
    expect(judge(minute({ tasks: [task(1_000, 50), task(2_000, 50.1)] })).findings.map(({ start }) => start)).toEqual([2_000])
  })
})

describe('what goes on while nothing is due', () => {
  it('is a clock', () => {
    expect(judge(minute()).idle).toEqual({ seconds: 56, frames: 1, callbacks: 0 })
  })

  it('is no loop of frames or callbacks, neither a fast one for a moment nor a slow one', () => {
    const fast = Array.from({ length: 120 }, (_, index) => 50_000 + index * 16)
    const slow = Array.from({ length: 60 }, (_, second) => second * 1_000)
    expect(judge(minute({ frames: [TURN, ...fast] })).problems).toEqual(['121 frames in 56 s without news, 3 at most: something loops'])
    expect(judge(minute({ frames: slow })).problems).toEqual(['54 frames in 56 s without news, 3 at most: something loops'])
    expect(judge(minute({ callbacks: [50_000] })).problems).toEqual(['1 frame callbacks in 56 s without news, 0 at most: something loops'])
  })

  it('may be anything where something is due', () => {
    const motion = Array.from({ length: 120 }, (_, index) => 40_000 + index * 16)
    expect(judge(minute({ frames: [TURN, ...motion], callbacks: motion })).problems).toEqual([])
  })

  it('is no animation', () => {
    expect(judge(minute(), ['shimmer']).problems).toEqual(['animation shimmer runs without news'])
  })
})
