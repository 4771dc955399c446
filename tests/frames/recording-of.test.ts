import { expect, it } from 'vitest'
import { recordingOf } from './recording-of.ts'
import type { TraceEvent } from './trace.ts'

const MAIN = { pid: 7, tid: 7 }
const mark = (at: number, name: string): TraceEvent => ({ ...MAIN, name, ph: 'I', ts: at * 1_000 })
const ran = (at: number, length: number, name: string, data?: object): TraceEvent => ({
  ...MAIN,
  name,
  ph: 'X',
  ts: at * 1_000,
  dur: length * 1_000,
  tdur: length * 900,
  args: { data }
})

const WINDOW = [mark(1_000, 'frames|window|from'), mark(3_000, 'frames|window|to')]

it('reads tasks with what ran in them, frames, callbacks and intervals, from the begin of the window', () => {
  const trace = [
    ...WINDOW,
    mark(1_400, 'frames|release|from'),
    mark(1_900, 'frames|release|to'),
    mark(1_950, 'a mark of the page'),
    ran(1_500, 100, 'RunTask'),
    ran(1_501, 70, 'FunctionCall', { functionName: 'draw', url: 'http://here/assets/x.js', lineNumber: 1, columnNumber: 9 }),
    ran(1_510, 40, 'Layout'),
    ran(1_580, 15, 'EventDispatch', { type: 'click' }),
    ran(2_000, 2, 'RunTask'),
    ran(2_000, 1, 'FireAnimationFrame'),
    ran(2_001, 1, 'Commit')
  ]
  expect(recordingOf(trace.toReversed())).toEqual({
    length: 2_000,
    tasks: [{ start: 500, duration: 100, cpu: 90, what: 'Layout 40 ms, FunctionCall draw x.js:1:9 30 ms, RunTask 15 ms, EventDispatch click 15 ms' }],
    intervals: [{ label: 'release', from: 400, to: 900 }],
    frames: [1_001],
    callbacks: [1_000]
  })
})

it('leaves out other threads and what was before and after', () => {
  const trace = [...WINDOW, ran(500, 90, 'RunTask'), ran(3_500, 90, 'RunTask'), { ...ran(2_000, 90, 'RunTask'), tid: 8 }]
  expect(recordingOf(trace).tasks).toEqual([])
})

it('cannot read a trace without a window', () => {
  expect(() => recordingOf([ran(500, 90, 'RunTask')])).toThrow('no window')
})
