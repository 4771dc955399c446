import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { orbitAt, ORBIT_EVERY } from '#modes/wall/orbit.ts'
import { keepAwake } from '#modes/wall/wake-lock.ts'

const page = Object.assign(new EventTarget(), { visibilityState: 'visible' })
const locks: EventTarget[] = []
const request = vi.fn<() => Promise<EventTarget>>()
let said: boolean[] = []
let end = (): void => undefined
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))

beforeEach(() => {
  said = []
  locks.length = 0
  request.mockImplementation(() => {
    const lock = Object.assign(new EventTarget(), { release: () => Promise.resolve() })
    locks.push(lock)
    return Promise.resolve(lock)
  })
  vi.stubGlobal('document', page)
  vi.stubGlobal('navigator', { wakeLock: { request } })
})
afterEach(() => {
  end()
  vi.unstubAllGlobals()
})

const open = async (): Promise<void> => {
  end = keepAwake((awake) => said.push(awake))
  await settle()
}

describe('keeping the display on', () => {
  it('is asked for, told, and asked for again when it was taken and the page comes back to sight', async () => {
    await open()
    expect(said).toEqual([false, true])
    locks[0]?.dispatchEvent(new Event('release'))
    expect(said).toEqual([false, true, false])
    page.dispatchEvent(new Event('visibilitychange'))
    await settle()
    expect(said).toEqual([false, true, false, true])
    expect(request).toHaveBeenCalledWith('screen')
  })

  it.each<[string, () => void]>([
    ['refused', () => request.mockRejectedValue(new DOMException('low battery', 'NotAllowedError'))],
    ['not there, as on plain http', () => vi.stubGlobal('navigator', {})]
  ])('is told to be %s', async (_name, refuse) => {
    refuse()
    await open()
    expect(new Set(said)).toEqual(new Set([false]))
  })

  it('is asked for no more once it has ended', async () => {
    await open()
    end()
    const times = request.mock.calls.length
    page.dispatchEvent(new Event('visibilitychange'))
    await settle()
    expect(request.mock.calls.length).toBe(times)
  })
})

describe('the orbit', () => {
  it('moves every three minutes, by two pixels from the middle at most, and comes round', () => {
    const places = Array.from({ length: 9 }, (_, turn) => orbitAt(turn * ORBIT_EVERY))
    expect(new Set(places.map(String)).size).toBe(9)
    expect(places.flat().every((shift) => Math.abs(shift) <= 2)).toBe(true)
    expect(orbitAt(ORBIT_EVERY - 1)).toEqual(orbitAt(0))
    expect(orbitAt(9 * ORBIT_EVERY)).toEqual(orbitAt(0))
  })
})
