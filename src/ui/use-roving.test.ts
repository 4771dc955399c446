import { describe, expect, it } from 'vitest'
import { rovingTarget } from '#ui/use-roving.ts'

describe('a row of buttons', () => {
  it.each([
    ['ArrowRight', 1, 2],
    ['ArrowDown', 1, 2],
    ['ArrowLeft', 1, 0],
    ['ArrowUp', 1, 0],
    ['ArrowRight', 4, 4],
    ['ArrowLeft', 0, 0],
    ['Home', 3, 0],
    ['End', 3, 4],
    ['Enter', 3, null],
    ['t', 3, null]
  ])('%s at %d of 5 leads to %s', (key, from, to) => {
    expect(rovingTarget(key, from, { count: 5 })).toBe(to)
  })
})

describe('a grid of 3 columns', () => {
  const grid = { count: 9, columns: 3 }

  it.each([
    ['ArrowDown', 1, 4],
    ['ArrowUp', 4, 1],
    ['ArrowUp', 1, 1],
    ['ArrowDown', 7, 7],
    ['ArrowRight', 2, 3],
    ['End', 0, 8]
  ])('%s at %d leads to %s', (key, from, to) => {
    expect(rovingTarget(key, from, grid)).toBe(to)
  })

  it('is stepped over where it has holes', () => {
    const has = (index: number): boolean => ![0, 4, 8].includes(index)
    expect(rovingTarget('ArrowDown', 1, { ...grid, has })).toBe(7)
    expect(rovingTarget('ArrowRight', 3, { ...grid, has })).toBe(5)
    expect(rovingTarget('Home', 5, { ...grid, has })).toBe(1)
    expect(rovingTarget('End', 1, { ...grid, has })).toBe(7)
    expect(rovingTarget('Home', 0, { count: 1, has: () => false })).toBe(0)
  })
})
