import { expect, it } from 'vitest'
import { row, verdictOf } from './delays.ts'

const times = (slow: number, milliseconds: number): number[] => Array.from({ length: 100 }, (_, index) => (index < slow ? milliseconds : 10))

it.each([
  ['most are quick', times(4, 900), true],
  ['just below', times(100, 149.9), true],
  ['just not below', times(100, 150), false],
  ['one too many is slow', times(5, 150), false],
  ['there are none', [], false]
])('decides where %s', (_, taken, passed) => {
  expect(verdictOf(taken).passed).toBe(passed)
})

it('says what it found and what was wanted', () => {
  expect(verdictOf(times(6, 400)).line).toBe('failed: from tap to wall p95 400.0 ms, wanted below 150 ms')
  expect(row('hold', [30, 10, 20])).toEqual({ what: 'hold', p50: '20.0 ms', p95: '30.0 ms', worst: '30.0 ms', commands: 3 })
})
