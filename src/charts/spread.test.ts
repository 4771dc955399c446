import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spread } from '#charts/spread.ts'

describe('spread', () => {
  it('leaves what is apart where it is', () => {
    expect(spread([10, 50, 30], 15, 0, 100)).toEqual([10, 50, 30])
    expect(spread([], 15, 0, 100)).toEqual([])
    expect(spread([40], 15, 0, 100)).toEqual([40])
  })

  it('pushes apart what is too near, away from the edges', () => {
    expect(spread([50, 51], 10, 0, 100)).toEqual([50, 60])
    expect(spread([98, 99], 10, 0, 100)).toEqual([90, 100])
    expect(spread([-5, 2], 10, 0, 100)).toEqual([0, 10])
  })

  it('spreads evenly when there is no room', () => {
    expect(spread([5, 5, 5], 10, 0, 10)).toEqual([0, 5, 10])
  })

  it('keeps gap, bounds and order, whatever is wished', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -50, max: 150, noNaN: true }), { maxLength: 11 }), (wanted) => {
        const places = spread(wanted, 8, 0, 100)
        const sorted = places.toSorted((a, b) => a - b)
        for (const place of places) expect(place).toBeGreaterThanOrEqual(-1e-9)
        for (const place of places) expect(place).toBeLessThanOrEqual(100 + 1e-9)
        for (let at = 1; at < sorted.length; at += 1) expect((sorted[at] ?? 0) - (sorted[at - 1] ?? 0)).toBeGreaterThanOrEqual(8 - 1e-9)
        wanted.forEach((wish, a) =>
          wanted.forEach((other, b) => {
            if (wish < other) expect(places[a]).toBeLessThan(places[b] ?? 0)
          })
        )
      })
    )
  })
})
