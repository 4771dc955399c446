import { describe, expect, it } from 'vitest'
import { sideways } from './sideways.ts'

describe('spans beside each other', () => {
  it.each([
    ['stay where they are apart', [0, 50], [10, 10], [0, 50]],
    ['are pushed from one another', [0, 5], [10, 10], [0, 12]],
    ['come back within the whole', [80, 95], [10, 10], [78, 90]],
    ['begin within it', [-8, 40], [10, 10], [0, 40]]
  ])('%s', (_, from, width, expected) => {
    expect(
      sideways(
        from.map((at, index) => ({ from: at, width: width[index] ?? 0 })),
        100,
        2
      )
    ).toEqual(expected)
  })
})
