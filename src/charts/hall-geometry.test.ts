import { describe, expect, it } from 'vitest'
import { hallGeometry, type HallContent, type Rect } from '#charts/hall-geometry.ts'
import { must } from '#tests/support/panel-data.ts'

const SIX = ['柯城区', '衢江区', '常山县', '开化县', '龙游县', '江山市']
const content = (more: Partial<HallContent> = {}): HallContent => ({ columns: 9, names: SIX, bricks: 100, beyond: 'fading', roof: [5, 8], words: [], ...more })
const WALL = { width: 64, height: 56.3 }

const right = ({ x, width }: Rect): number => x + width
const bottom = ({ y, height }: Rect): number => y + height
const joints = ({ columns, beams, joint }: ReturnType<typeof hallGeometry>): Rect[] =>
  beams.flatMap(({ y, height }) => columns.map(({ x }) => ({ x: x - joint / 2, y: y + (height - joint) / 2, width: joint, height: joint })))
const apart = (a: Rect, b: Rect): boolean => right(a) <= b.x || right(b) <= a.x || bottom(a) <= b.y || bottom(b) <= a.y

const SIZES = [
  ['the wall', WALL],
  ['21:9', { width: 104, height: 56.3 }],
  ['32:9', { width: 110, height: 56.3 }],
  ['a tablet', { width: 68, height: 46 }]
] as const
const CONTENTS: readonly (readonly [string, HallContent])[] = [
  ['nine and six', content()],
  ['five and three', content({ columns: 5, names: SIX.slice(0, 3) })],
  ['twelve and eleven', content({ columns: 12, names: [...SIX, ...SIX.slice(0, 5)] })],
  ['a long name', content({ names: [...SIX.slice(1), '积石山保安族东乡族撒拉族自治县'] })],
  ['one and one', content({ columns: 1, names: ['县'], bricks: 1, roof: [1] })]
]

describe.each(SIZES)('the hall on %s', (_, size) => {
  it.each(CONTENTS)('holds %s without one mark on another', (_name, wanted) => {
    const hall = hallGeometry(size, wanted)
    const marks = joints(hall)
    expect(marks).toHaveLength(wanted.columns * wanted.names.length)
    marks.forEach((mark, index) => marks.slice(index + 1).forEach((other) => expect(apart(mark, other)).toBe(true)))
    for (const mark of marks) {
      expect(mark.x).toBeGreaterThan(hall.nameWidth)
      expect(mark.y).toBeGreaterThan(hall.numeralY + 0.6)
      expect(bottom(mark)).toBeLessThan(must(hall.columns[0]).foot.y)
    }
    for (const box of [hall.plaque, hall.architrave, ...hall.bricks, ...hall.columns.map(({ foot }) => foot)]) {
      expect(box.x).toBeGreaterThanOrEqual(0)
      expect(right(box)).toBeLessThanOrEqual(size.width)
      expect(bottom(box)).toBeLessThan(hall.foot.y)
    }
    expect(hall.foot.y).toBeLessThan(size.height - 4)
    expect(hall.labelsY).toBeGreaterThan(0)
  })
})

describe('the counts of the hall', () => {
  const hall = hallGeometry(WALL, content())

  it('are counted out: columns, beams, dots and full bricks', () => {
    expect([hall.columns.length, hall.beams.length, hall.dots.map(({ dots }) => dots.length)]).toEqual([9, 6, [5, 8]])
    expect(hall.bricks.filter(({ opacity }) => opacity === 1)).toHaveLength(100)
  })

  it('follow other numbers', () => {
    for (const count of [0, 1, 7, 99, 167]) {
      const { bricks } = hallGeometry(WALL, content({ bricks: count, beyond: 'none' }))
      expect(bricks).toHaveLength(count)
      bricks.forEach((brick, index) => bricks.slice(index + 1).forEach((other) => expect(apart(brick, other)).toBe(true)))
    }
  })

  it('dissolve behind the last brick only where the figure is not exact', () => {
    const fading = hall.bricks.filter(({ opacity }) => opacity < 1)
    const edge = Math.max(...hall.bricks.filter(({ opacity }) => opacity === 1).map(right))
    expect(fading.length).toBeGreaterThan(0)
    expect(fading.every(({ x }) => x >= edge - 0.2)).toBe(true)
    expect(hallGeometry(WALL, content({ beyond: 'none' })).bricks.every(({ opacity }) => opacity === 1)).toBe(true)
  })

  it('stand mirrored about the middle', () => {
    const middle = WALL.width / 2
    hall.columns.forEach(({ x }, index) => expect(x + must(hall.columns.at(-1 - index)).x).toBeCloseTo(2 * middle, 2))
    expect(hall.ridge.x1 + hall.ridge.x2).toBeCloseTo(2 * middle, 2)
    expect(hall.architrave.x + right(hall.architrave)).toBeCloseTo(2 * middle, 2)
  })

  it('keep dots of a group from touching', () => {
    for (const roof of [
      [5, 8],
      [24, 24],
      [1, 0]
    ])
      for (const { dots, radius } of hallGeometry(WALL, content({ roof })).dots)
        dots.slice(1).forEach(({ x }, index) => expect(x - must(dots[index]).x).toBeGreaterThan(2 * radius))
  })
})
