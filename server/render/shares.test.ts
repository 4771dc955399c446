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

const REFUSED = expect.objectContaining({ status: 503, detail: '同一来源要的太多，请等前面的做完再试' })

describe('shares of a queue', () => {
  it('refuses whoever has its share, and nobody else; what is refused is left', () => {
    const [shares, refused] = [createShares(2), placeOf(never())]
    const held = [shares.hold('one', placeOf(never()).place), shares.hold('one', placeOf(never()).place)]
    expect(() => shares.hold('one', refused.place)).toThrow(REFUSED)
    expect(refused.leave).toHaveBeenCalledTimes(1)
    const { place, leave } = placeOf(never())
    expect([held.length, shares.hold('two', place)]).toEqual([2, place])
    expect(leave).not.toHaveBeenCalled()
  })

  it('has a place again when the thing is made, also when making failed', async () => {
    const shares = createShares(1)
    for (const make of [async () => 1, () => Promise.reject(new Error('broken')), never]) {
      shares.hold('one', placeOf<unknown>(make()).place)
      expect(() => shares.hold('one', placeOf(never()).place)).toThrow(REFUSED)
      await settle()
    }
    expect(() => shares.hold('one', placeOf(never()).place)).toThrow(REFUSED)
  })

  it('counts nothing that is there already, and refuses it to nobody', async () => {
    const [shares, there] = [createShares(1), placeOf(Promise.resolve(7), 'over')]
    shares.hold('one', there.place)
    shares.hold('one', placeOf(never()).place)
    expect(await shares.hold('one', there.place).made).toBe(7)
    expect(there.leave).not.toHaveBeenCalled()
  })
})
