import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apart, type Placed } from '#charts/apart.ts'

const box = (x: number, y: number): Placed => ({ x, y, width: 10, height: 4 })

describe('apart', () => {
  it('leaves boxes that are apart where they are', () => {
    expect(apart([box(0, 0), box(11, 0), box(0, 5)])).toEqual([0, 0, 0])
    expect(apart([])).toEqual([])
  })

  it('moves two that lie on each other by half each, the upper one up', () => {
    expect(apart([box(0, 0), box(5, 3)])).toEqual([-0.5, 0.5])
    expect(apart([box(5, 3), box(0, 0)])).toEqual([0.5, -0.5])
  })

  it('parts a heap', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ x: fc.integer({ min: 0, max: 20 }), y: fc.integer({ min: 0, max: 20 }) }), { maxLength: 5 }), (places) => {
        const boxes = places.map(({ x, y }) => box(x, y))
        const down = apart(boxes)
        boxes.forEach((a, i) =>
          boxes.slice(i + 1).forEach((b, offset) => {
            const far = Math.abs(a.y + (down[i] ?? 0) - b.y - (down[i + 1 + offset] ?? 0))
            if (Math.abs(a.x - b.x) < 10) expect(far).toBeGreaterThan(3.5)
          })
        )
      })
    )
  })
})
