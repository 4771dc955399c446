import { describe, expect, it } from 'vitest'
import type { Block } from './block.ts'
import { ordersOf } from './orders.ts'

const blocks = (count: number): Block[] => Array.from({ length: count }, (_, i) => ({ id: String(i), shapes: [] }))
const read = (count: number): string[] => ordersOf(blocks(count)).map((order) => order.blocks.map(({ id }) => id).join(''))

describe('the orders of blocks', () => {
  it('are theirs first, then each in which one of them has moved, once', () => {
    expect(read(3)).toEqual(['012', '102', '120', '021', '201'])
    expect(read(1)).toEqual(['0'])
  })

  it('say how far it has moved, and whether the first one still leads', () => {
    expect(ordersOf(blocks(3)).map(({ moved, led }) => [moved, led])).toEqual([
      [0, true],
      [1, false],
      [2, false],
      [1, true],
      [2, false]
    ])
  })

  it('of many are two: theirs, and the first one last', () => {
    expect(read(8)).toEqual(['01234567', '12345670'])
  })
})
