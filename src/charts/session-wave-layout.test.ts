import { describe, expect, it } from 'vitest'
import { columnWidth, layout, nameRoom, packRings } from '#charts/session-wave-layout.ts'
import type { SessionWaveModel } from '#charts/session-wave.ts'

const sessions = (count: number, name = '10月下'): Pick<SessionWaveModel, 'sessions' | 'beyond'> => ({
  beyond: 'none',
  sessions: Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    name,
    demands: null,
    answered: null,
    text: '12',
    phrase: '12个',
    beyond: 'none' as const,
    rings: 12,
    open: 0,
    demo: true,
    forecast: false,
    last: index === count - 1
  }))
})
const wall = { width: 1824, height: 384, rem: 16 }

describe('the places of the half-moons', () => {
  it('make one wave across the wall, rising and setting in turn', () => {
    const { radius, moons, lines } = layout(sessions(11), wall)
    expect(lines).toEqual([192])
    expect(radius / 16).toBeCloseTo(7.93, 1)
    expect(moons.map(({ up }) => up)).toEqual([true, false, true, false, true, false, true, false, true, false, true])
    expect((moons[0]?.x ?? 0) - radius).toBeCloseTo(0)
    expect((moons[10]?.x ?? 0) + radius).toBeCloseTo(1824)
  })

  it('reach from margin to margin where the height is what limits them', () => {
    const { radius, moons } = layout(sessions(11), { width: 2464, height: 384, rem: 16 })
    expect((moons[0]?.x ?? 0) - radius).toBeCloseTo(0)
    expect((moons[10]?.x ?? 0) + radius).toBeCloseTo(2464)
  })

  it('make two rows of twenty-four: larger half-moons than one row would have', () => {
    const { radius, moons, lines } = layout(sessions(24), wall)
    expect(lines).toEqual([96, 288])
    expect(radius / 16).toBeGreaterThan(3.6)
    expect(moons.filter(({ y }) => y === 96)).toHaveLength(12)
  })

  it('stand together in the middle where there are few', () => {
    const { moons, radius } = layout(sessions(5), wall)
    expect(moons[2]?.x).toBeCloseTo(912)
    expect((moons[1]?.x ?? 0) - (moons[0]?.x ?? 0)).toBeLessThan(2 * radius)
    expect(layout(sessions(1), wall).moons).toMatchObject([{ x: 912, y: 192, up: true }])
    expect(layout(sessions(0), wall).moons).toEqual([])
  })

  it.each([1, 2, 3, 5, 11, 24, 36, 72])('keep %i inside, clear of each other and of the names between them', (count) => {
    for (const space of [wall, { width: 2576, height: 560, rem: 16 }, { width: columnWidth(sessions(count)) * 16, height: 360, rem: 16 }]) {
      const { radius, moons } = layout(sessions(count), space)
      const name = nameRoom(sessions(count)) * 16
      expect(radius).toBeGreaterThan(0)
      for (const { x, y, up } of moons) {
        expect(x - radius).toBeGreaterThanOrEqual(-0.5)
        expect(x + radius).toBeLessThanOrEqual(space.width + 0.5)
        expect(up ? y - radius - 1.9 * 16 : space.height - y - radius - 1.9 * 16).toBeGreaterThanOrEqual(-0.5)
      }
      const same = moons.filter(({ up, y }) => up && y === moons[0]?.y)
      for (const [index, { x }] of same.slice(1).entries()) expect(x - (same[index]?.x ?? 0) - 2 * radius).toBeGreaterThanOrEqual(name - 0.5)
    }
  })
})

describe('the rings of a half-moon', () => {
  it.each([0, 1, 2, 12, 13, 19, 33, 34, 80, 200, 400])('are %i, none on another, all within', (count) => {
    const { rings, size } = packRings(count)
    expect(rings).toHaveLength(count)
    expect(rings.every(({ x, y }) => y > 0 && Math.hypot(x, y) + size <= 1)).toBe(true)
    const apart = rings.flatMap(({ x, y }, index) => rings.slice(0, index).map((other) => Math.hypot(x - other.x, y - other.y)))
    expect(apart.every((distance) => distance > 2 * size)).toBe(true)
  })

  it('shrink only where there are too many', () => {
    expect(packRings(12).size).toBe(packRings(30).size)
    expect(packRings(80).size).toBeLessThan(packRings(30).size)
  })
})
