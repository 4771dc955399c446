import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fromMachine, isClockSet, isPast, onClockStep, resetClock, serverNow, setClock } from '#format/clock.ts'

const at = (iso: string): number => Date.parse(iso)
const passes = (milliseconds: number): void => void vi.advanceTimersByTime(milliseconds)

beforeEach(() => {
  vi.useFakeTimers({ now: at('2022-10-26T01:28:00Z') })
  resetClock()
})
afterEach(() => {
  vi.useRealTimers()
  resetClock()
})

describe('the clock', () => {
  it("is the machine's until the server is heard", () => {
    expect(isClockSet()).toBe(false)
    expect(serverNow()).toBe(at('2022-10-26T01:28:00Z'))
    setClock('2022-10-26T02:00:00Z')
    expect(isClockSet()).toBe(true)
    expect(serverNow()).toBe(at('2022-10-26T02:00:00Z'))
    passes(1_500)
    expect(serverNow()).toBe(at('2022-10-26T02:00:01.500Z'))
  })

  it.each(['1970-01-01T00:00:10Z', '2099-01-01T00:00:00Z', '2022-10-26T01:27:00Z'])("does not follow the machine's to %s", (jump) => {
    setClock('2022-10-26T02:00:00Z')
    vi.setSystemTime(at(jump))
    passes(60_000)
    expect(serverNow()).toBe(at('2022-10-26T02:01:00Z'))
  })

  it('is never behind what is known to have happened, unless the server says so', () => {
    vi.setSystemTime(at('1970-01-01T00:00:10Z'))
    isPast('2022-10-25T00:00:00Z')
    expect(serverNow()).toBe(at('2022-10-25T00:00:00Z'))
    setClock('2022-10-24T02:00:00Z')
    expect(serverNow()).toBe(at('2022-10-24T02:00:00Z'))
  })

  it('leaves nonsense alone', () => {
    setClock('2022-10-26T02:00:00Z')
    setClock('soon')
    isPast('never')
    expect(serverNow()).toBe(at('2022-10-26T02:00:00Z'))
  })

  it('tells a step, not a tremble', () => {
    const step = vi.fn<() => void>()
    const end = onClockStep(step)
    setClock('2022-10-26T01:28:00.100Z')
    expect(step).not.toHaveBeenCalled()
    setClock('2022-10-26T03:00:00Z')
    expect(step).toHaveBeenCalledTimes(1)
    end()
    setClock('2022-10-26T05:00:00Z')
    expect(step).toHaveBeenCalledTimes(1)
  })

  it("puts the machine's instants into server time, and none into the future", () => {
    setClock('2022-10-26T02:00:00Z')
    expect(fromMachine(Date.now() - 5_000)).toBe(at('2022-10-26T01:59:55Z'))
    expect(fromMachine(Date.now() + 5_000)).toBe(at('2022-10-26T02:00:00Z'))
  })
})
