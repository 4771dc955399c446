import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { heapBytes, watchFrames, watchMemory } from '#modes/wall/watchdogs.ts'

let draws = true
let visibilityState = 'visible'
let end = (): void => undefined

beforeEach(() => {
  vi.useFakeTimers()
  ;[draws, visibilityState] = [true, 'visible']
  vi.stubGlobal('document', {
    get visibilityState() {
      return visibilityState
    }
  })
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => (draws ? setTimeout(callback, 16) : 0))
  vi.stubGlobal('cancelAnimationFrame', () => undefined)
})
afterEach(() => {
  end()
  expect(vi.getTimerCount()).toBe(0)
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('the watch over frames', () => {
  const onStall = vi.fn<() => void>()
  const watch = (): void => {
    onStall.mockReset()
    end = watchFrames({ every: 10_000, patience: 5_000, onStall })
  }
  const pass = (seconds: number): void => void vi.advanceTimersByTime(seconds * 1_000)

  it('says nothing while frames come', () => {
    watch()
    pass(605)
    expect(onStall).not.toHaveBeenCalled()
  })

  it('tells when three looks in a row were in vain', () => {
    watch()
    pass(35)
    draws = false
    pass(29)
    expect(onStall).not.toHaveBeenCalled()
    pass(2)
    expect(onStall).toHaveBeenCalledTimes(1)
  })

  it('forgives a display that is switched over', () => {
    watch()
    draws = false
    pass(26)
    draws = true
    pass(10)
    draws = false
    pass(26)
    expect(onStall).not.toHaveBeenCalled()
  })

  it('takes no notice of a page that nobody sees', () => {
    watch()
    ;[draws, visibilityState] = [false, 'hidden']
    pass(600)
    expect(onStall).not.toHaveBeenCalled()
  })
})

describe('the watch over memory', () => {
  const watch = (usedJSHeapSize: number, limit?: number): number => {
    const onHigh = vi.fn<() => void>()
    vi.stubGlobal('performance', { memory: { usedJSHeapSize, jsHeapSizeLimit: 1_000 } })
    end = watchMemory({ every: 60_000, limit, onHigh })
    vi.advanceTimersByTime(60_000)
    return onHigh.mock.calls.length
  }

  it.each([
    [700, undefined, 0],
    [701, undefined, 1],
    [500, 400, 1],
    [400, 400, 0]
  ])('%d bytes of 1000 with limit %s: told %d times', (used, limit, times) => {
    expect(watch(used, limit)).toBe(times)
    expect(heapBytes()).toBe(used)
  })

  it('keeps silent where the browser does not tell', () => {
    vi.stubGlobal('performance', {})
    const onHigh = vi.fn<() => void>()
    end = watchMemory({ every: 60_000, onHigh })
    vi.advanceTimersByTime(600_000)
    expect([onHigh.mock.calls.length, heapBytes()]).toEqual([0, null])
  })
})
