import { describe, expect, it } from 'vitest'
import { slopeOf } from '#tests/soak/slope.ts'
import { verdictOf, type Sample } from '#tests/soak/verdict.ts'

/** The same every time: a linear congruential generator. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32
  }
}

/** As heaps are after a collection: a level, a spread, memory from sample to sample, now and then an outlier upwards. */
function noise(seed: number): () => number {
  const random = dice(seed)
  let carried = 0
  return () => {
    carried = 0.4 * carried + (random() + random() + random() - 1.5) * 40_000
    return carried + (random() < 0.05 ? 300_000 : 0)
  }
}

interface Made {
  readonly perRotation?: number
  readonly seed?: number
  readonly counts?: (rotation: number) => Record<string, number>
}

const made = ({ perRotation = 0, seed = 1, counts = () => ({ nodes: 2_000 }) }: Made = {}): Sample[] => {
  const off = noise(seed)
  return Array.from({ length: 50 }, (_, index) => {
    const rotation = (index + 1) * 20
    return { rotation, heap: 20_000_000 + perRotation * rotation + off(), counts: counts(rotation) }
  })
}

const SEEDS = Array.from({ length: 100 }, (_, index) => index + 1)

describe('the slope', () => {
  it('of a line is that of the line, without doubt', () => {
    const line = Array.from({ length: 20 }, (_, x) => ({ x, y: 3 * x + 7 }))
    expect(slopeOf(line)).toEqual({ perUnit: 3, low: 3, high: 3, memory: 0 })
  })

  it('of nothing is not known', () => {
    expect(slopeOf([{ x: 1, y: 1 }])).toMatchObject({ low: -Infinity, high: Infinity })
  })

  it('lies between its bounds as often as they say', () => {
    const held = SEEDS.filter((seed) => {
      const { low, high } = slopeOf(made({ perRotation: 500, seed }).map(({ rotation, heap }) => ({ x: rotation, y: heap })))
      return low <= 500 && 500 <= high
    })
    expect(held.length).toBeGreaterThanOrEqual(93)
  })

  it('has wider bounds where samples remember', () => {
    const random = dice(7)
    let walk = 0
    const walked = Array.from({ length: 50 }, (_, x) => ({ x, y: (walk += random() - 0.5) }))
    const { low, high, memory } = slopeOf(walked)
    expect(memory).toBeGreaterThan(0.5)
    expect(low).toBeLessThan(0)
    expect(high).toBeGreaterThan(0)
  })
})

describe('the verdict', () => {
  it('finds 2 KB a rotation, in whatever noise', () => {
    const missed = SEEDS.filter((seed) => verdictOf(made({ perRotation: 2_048, seed })).problems.length === 0)
    expect(missed).toEqual([])
  })

  it('finds nothing where nothing grows', () => {
    const accused = SEEDS.filter((seed) => verdictOf(made({ seed })).problems.length > 0)
    expect(accused).toEqual([])
  })

  it('leaves the warm-up out', () => {
    const samples = made().map((sample, index) => (index < 5 ? { ...sample, heap: 5_000_000, counts: { nodes: 7 } } : sample))
    expect(verdictOf(samples)).toMatchObject({ warmUp: 5, samples: 45, problems: [] })
  })

  it('finds one more node every ten rounds', () => {
    const { problems } = verdictOf(made({ counts: (rotation) => ({ nodes: 2_000 + Math.floor(rotation / 100) }) }))
    expect(problems).toEqual([expect.stringContaining('nodes is not the same at all points: 2001 → 2002')])
  })

  it('finds a count that only once was another, and one that is missing', () => {
    expect(verdictOf(made({ counts: (rotation) => ({ timers: rotation === 500 ? 6 : 5 }) })).problems).toEqual([expect.stringContaining('timers')])
    expect(verdictOf(made({ counts: (rotation): Record<string, number> => (rotation === 500 ? {} : { timers: 5 }) })).problems).toEqual([
      expect.stringContaining('timers')
    ])
  })

  it('does not pass where the interval could hide growth, nor without samples', () => {
    const random = dice(3)
    const wild = made().map((sample) => ({ ...sample, heap: sample.heap + random() * 20_000_000 }))
    expect(verdictOf(wild).problems).toEqual([expect.stringContaining('not known well enough')])
    expect(verdictOf(made().slice(0, 4)).problems).toEqual([expect.stringContaining('tell nothing')])
  })
})
