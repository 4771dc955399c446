import { describe, expect, it } from 'vitest'
import { pageAfter, stepOf, swipeOf } from './slide-step.ts'

describe('slides', () => {
  it.each([
    ['ArrowRight', 3, 4],
    ['PageDown', 6, 6],
    ['ArrowLeft', 3, 2],
    ['PageUp', 1, 1],
    ['Home', 5, 1],
    ['End', 2, 6],
    ['f', 2, 2]
  ])('%s on page %i of 6 leads to %i', (key, page, after) => {
    const step = stepOf(key)
    expect(step === undefined ? null : pageAfter(step, page, 6)).toBe(after)
  })

  it('no other key does anything', () => {
    expect(stepOf('x')).toBeUndefined()
    expect(stepOf('Enter')).toBeUndefined()
  })

  it.each([
    [-120, 10, 'next'],
    [120, -20, 'back'],
    [-30, 0, undefined],
    [-120, 110, undefined]
  ])('a finger that goes by %i, %i: %s', (x, y, step) => {
    expect(swipeOf(x, y)).toBe(step)
  })
})
