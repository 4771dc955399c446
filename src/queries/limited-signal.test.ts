import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { limitedSignal } from './limited-signal.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('ends when its time is up', () => {
  const { signal } = limitedSignal(undefined, 100)
  vi.advanceTimersByTime(99)
  expect(signal.aborted).toBe(false)
  vi.advanceTimersByTime(1)
  expect(signal.aborted).toBe(true)
})

it('ends with the outer one, also with one that has ended before', () => {
  const outer = new AbortController()
  const { signal } = limitedSignal(outer.signal, 100)
  outer.abort()
  expect([signal.aborted, limitedSignal(outer.signal, 100).signal.aborted]).toEqual([true, true])
})

it('leaves nothing behind: no timer, and no listener on what outlives it', () => {
  const outer = new AbortController()
  const [added, removed] = [vi.spyOn(outer.signal, 'addEventListener'), vi.spyOn(outer.signal, 'removeEventListener')]
  const { signal, done } = limitedSignal(outer.signal, 100)
  done()
  outer.abort()
  expect([vi.getTimerCount(), added.mock.calls.length, signal.aborted]).toEqual([0, 1, false])
  expect(removed.mock.calls[0]?.[1]).toBe(added.mock.calls[0]?.[1])
})
