import { describe, expect, it } from 'vitest'
import type { GroupShape, Shape } from '#charts/picture.ts'
import { flowed, NOTHING, sideBySide, stacked, type Laid } from './laid.ts'

const box = (width: number, height: number): Laid => ({ width, height, shapes: [{ kind: 'rect', x: 0, y: 0, width, height }] })
const isGroup = (shape: Shape): shape is GroupShape => shape.kind === 'group'
const placesOf = ({ shapes }: Laid) => shapes.filter(isGroup).map(({ x, y }) => [x, y])

describe('stacked', () => {
  it('leaves a gap between what takes room', () => {
    const laid = stacked([box(10, 5), NOTHING, box(20, 7)], 3)
    expect([laid.width, laid.height, placesOf(laid)]).toEqual([
      20,
      15,
      [
        [0, 0],
        [0, 8]
      ]
    ])
  })

  it('is nothing of nothing', () => {
    expect(stacked([], 3)).toEqual(NOTHING)
  })
})

it('puts side by side on one lower edge', () => {
  const laid = sideBySide([box(10, 5), box(20, 8)], 2)
  expect([laid.width, laid.height, placesOf(laid)]).toEqual([
    32,
    8,
    [
      [0, 3],
      [12, 0]
    ]
  ])
})

it('flows into the next line where there is no more room', () => {
  const laid = flowed([box(10, 5), box(10, 5), box(10, 5)], { width: 25, gap: 4, lineGap: 1 })
  expect([laid.width, laid.height]).toEqual([24, 11])
})
