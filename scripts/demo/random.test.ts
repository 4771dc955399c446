import { describe, expect, it } from 'vitest'
import { jitter, mulberry32, randomFor } from '#scripts/demo/random.ts'

const take = (random: () => number): number[] => Array.from({ length: 3 }, random)

describe('random', () => {
  it('repeats for a seed and differs between seeds and names', () => {
    expect(take(mulberry32(7))).toEqual(take(mulberry32(7)))
    expect(take(mulberry32(7))).not.toEqual(take(mulberry32(8)))
    expect(take(randomFor(7, 'a'))).not.toEqual(take(randomFor(7, 'b')))
  })

  it('is the published mulberry32', () => {
    expect(mulberry32(1)()).toBe(0.6270739405881613)
  })

  it('jitters within its reach', () => {
    const random = mulberry32(1)
    const seen = new Set(Array.from({ length: 200 }, () => jitter(random, 2)))
    expect([...seen].toSorted((a, b) => a - b)).toEqual([-2, -1, 0, 1, 2])
  })
})
