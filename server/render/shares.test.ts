import { describe, expect, it, vi } from 'vitest'
import type { Place } from './place.ts'
import { createShares } from './shares.ts'

const never = (): Promise<never> => new Promise(() => undefined)
const settle = () => new Promise((resolve) => setTimeout(resolve, 5))

function placeOf<T>(made: Promise<T>, state: 'making' | 'over' = 'making') {
  const leave = vi.fn<() => void>()
  const place: Place<T> = { made, standing: () => (state === 'over' ? { state } : { state, done: 0, of: 0 }), leave }
  return { place, leave }
}

const ONE = { id: 'one', called: '本设备' }
const REFUSED = expect.objectContaining({ status: 503, detail: expect.stringMatching(/^本设备已有 [12] 个文件正在生成，请等它们完成后再试$/) })

describe('shares of a queue', () => {
  it('refuses whoever has its share, and nobody else; what is refused is left', () => {
    const [shares, refused] = [createShares(2), placeOf(never())]
    const held = [shares.hold(ONE, placeOf(never()).place), shares.hold(ONE, placeOf(never()).place)]
    expect(() => shares.hold(ONE, refused.place)).toThrow(REFUSED)
    expect(refused.leave).toHaveBeenCalledTimes(1)
    const { place, leave } = placeOf(never())
    expect([held.length, shares.hold({ id: 'two', called: '本设备' }, place)]).toEqual([2, place])
    expect(leave).not.toHaveBeenCalled()
  })

  it('has a place again when the thing is made, also when making failed', async () => {
    const shares = createShares(1)
    for (const make of [async () => 1, () => Promise.reject(new Error('broken')), never]) {
      shares.hold(ONE, placeOf<unknown>(make()).place)
      expect(() => shares.hold(ONE, placeOf(never()).place)).toThrow(REFUSED)
      await settle()
    }
    expect(() => shares.hold(ONE, placeOf(never()).place)).toThrow(REFUSED)
  })

  it('counts nothing that is there already, and refuses it to nobody', async () => {
    const [shares, there] = [createShares(1), placeOf(Promise.resolve(7), 'over')]
    shares.hold(ONE, there.place)
    shares.hold(ONE, placeOf(never()).place)
    expect(await shares.hold(ONE, there.place).made).toBe(7)
    expect(there.leave).not.toHaveBeenCalled()
  })
})
