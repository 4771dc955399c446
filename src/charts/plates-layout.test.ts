import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { platesLayout, type PlacedPlate, type PlateSize, type PlatesRoom } from '#charts/plates-layout.ts'
import { must } from '#tests/support/panel-data.ts'

const ROOM: PlatesRoom = { width: 80, height: 57, top: 2.3, scale: 1 }
const size = (inner: number | null, rim: number | null, x = 40, y = 28): PlateSize => ({ inner, rim, home: [x, y], label: { width: 6, height: 2 } })
const one = (plate: PlateSize, room = ROOM): PlacedPlate => must(platesLayout([plate], room).plates[0])

describe('a plate', () => {
  it('is as large as its count', () => {
    const [small, large] = [one(size(10, 10)), one(size(90, 10))]
    expect((large.field - 0.2) / (small.field - 0.2)).toBeCloseTo(3, 6)
  })

  it('has its rim in one circle, and in more where one has no room', () => {
    expect(one(size(44, 52)).rims).toHaveLength(1)
    const { rims, radius, field } = one(size(290, 287))
    expect(rims.length).toBeGreaterThan(1)
    expect(rims.reduce((sum, { count }) => sum + count, 0)).toBe(287)
    for (const rim of rims) {
      expect(rim.radius).toBeGreaterThan(field)
      expect(rim.radius).toBeLessThan(radius)
    }
  })

  it('is one without rings too', () => {
    for (const counts of [size(0, 0), size(null, null), size(null, 12)]) expect(one(counts).radius).toBeGreaterThan(2)
  })

  it('stays at home where nothing is in its way', () => {
    expect(one(size(20, 20, 30, 25))).toMatchObject({ x: 30, y: 25 })
  })
})

describe('plates together', () => {
  const plates = fc.array(
    fc.record({
      inner: fc.option(fc.integer({ min: 0, max: 80 })),
      rim: fc.option(fc.integer({ min: 0, max: 80 })),
      x: fc.integer({ min: 0, max: 80 }),
      y: fc.integer({ min: 0, max: 57 })
    }),
    { minLength: 1, maxLength: 11 }
  )

  it('stand inside and apart, and so do their names', () => {
    fc.assert(
      fc.property(plates, (list) => {
        const { plates: placed, scale } = platesLayout(
          list.map(({ inner, rim, x, y }) => size(inner, rim, x, y)),
          ROOM
        )
        expect(placed).toHaveLength(list.length)
        for (const { x, y, radius } of placed) {
          expect(x - radius).toBeGreaterThanOrEqual(-1e-6)
          expect(x + radius).toBeLessThanOrEqual(80 + 1e-6)
          expect(y - radius).toBeGreaterThanOrEqual(ROOM.top - 1e-6)
          expect(y + radius).toBeLessThanOrEqual(57 + 1e-6)
        }
        const labels = placed.flatMap(({ label }) => (label === null ? [] : [label]))
        if (scale > 0.55) {
          expect(labels).toHaveLength(list.length)
          placed.forEach((a, index) => {
            for (const b of placed.slice(index + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(a.radius + b.radius)
          })
        }
        labels.forEach((a, index) => {
          for (const b of labels.slice(index + 1)) expect(Math.abs(a.y - b.y) >= 2 || Math.abs(edge(a) - edge(b)) >= 6).toBe(true)
        })
      }),
      { numRuns: 60 }
    )
  })

  it('are the same for the same input', () => {
    const list = [size(44, 52, 30, 20), size(58, 50, 33, 24), size(38, 36, 31, 22)]
    expect(platesLayout(list, ROOM)).toEqual(platesLayout(list, ROOM))
  })

  it('shrink together where there is no room', () => {
    const crowd = Array.from({ length: 11 }, (_, index) => size(58, 50, 10 + index, 10))
    const { scale, plates: placed } = platesLayout(crowd, { width: 22, height: 30, top: 1.5, scale: 0.4 })
    expect(scale).toBeLessThan(0.4)
    expect(new Set(placed.map(({ field }) => field)).size).toBe(1)
  })
})

/** The left end of a name. */
const edge = ({ x, align }: NonNullable<PlacedPlate['label']>): number => (align === 'left' ? x : align === 'right' ? x - 6 : x - 3)
