import { describe, expect, it } from 'vitest'
import { reachable, smallestFont } from './space.ts'

describe('smallestFont', () => {
  it.each([
    [1920, 1080, 18],
    [3840, 2160, 36],
    [2560, 1080, 18],
    [3840, 1080, 18],
    [1366, 768, 12.8],
    [1280, 720, 12],
    [1280, 640, 12],
    [1180, 820, 14],
    [820, 1180, 14],
    [390, 844, 12]
  ])('%i x %i: %f px', (width, height, px) => expect(smallestFont({ width, height })).toBeCloseTo(px, 1))
})

it('a wall ends with its window, the column goes on', () => {
  expect(reachable({ width: 1920, height: 1080 })).toEqual({ left: 0, top: 0, right: 1920, bottom: 1080 })
  expect(reachable({ width: 820, height: 1180 })).toEqual({ left: 0, top: 0, right: 820, bottom: Infinity })
})
