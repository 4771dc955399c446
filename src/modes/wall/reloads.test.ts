import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { inSafeMode, reloadMemory, reloadPage, rememberBadBuild } from '#modes/wall/reloads.ts'

const reload = vi.fn<() => void>()
let state: unknown

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2022-10-26T01:28:00Z') })
  reload.mockReset()
  state = null
  vi.stubGlobal('location', { reload })
  vi.stubGlobal('history', {
    get state() {
      return state
    },
    replaceState: (next: unknown) => {
      state = structuredClone(next)
    }
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})
const minutes = (count: number): void => void vi.advanceTimersByTime(count * 60_000)

describe('a page that loads itself anew', () => {
  it('does so three times in ten minutes and then stays, for as long as that', () => {
    expect([reloadPage(), reloadPage(), reloadPage()]).toEqual([true, true, true])
    expect(inSafeMode()).toBe(true)
    expect(reloadPage()).toBe(false)
    expect(reload).toHaveBeenCalledTimes(3)
    minutes(9)
    expect(reloadPage()).toBe(false)
    minutes(1)
    expect([inSafeMode(), reloadPage(), reload.mock.calls.length]).toEqual([false, true, 4])
    expect(reloadMemory().total).toBe(4)
  })

  it.each(['1970-01-01T00:00:30Z', '2099-01-01T00:00:00Z'])('is not kept from it for ever by a clock that jumps to %s', (jump) => {
    for (let time = 0; time < 3; time += 1) reloadPage()
    vi.setSystemTime(Date.parse(jump))
    expect(inSafeMode()).toBe(false)
    for (let time = 0; time < 3; time += 1) reloadPage()
    expect(reloadPage()).toBe(false)
  })

  it('knows where it left off and which builds did not start, and keeps what others noted', () => {
    state = { other: 1 }
    reloadPage('minzu')
    for (const build of ['a', 'b', 'b', 'c', 'd', 'e', 'f']) rememberBadBuild(build)
    expect(reloadMemory()).toMatchObject({ step: 'minzu', bad: ['b', 'c', 'd', 'e', 'f'] })
    expect(state).toMatchObject({ other: 1 })
  })
})
