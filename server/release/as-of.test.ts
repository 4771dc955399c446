import { describe, expect, it } from 'vitest'
import { packReleaseAt, withdrawnAt, type ReleaseLine } from './as-of.ts'

const line = (release: number, withdraws?: number, hasPack = release === 1): ReleaseLine => ({ release, withdraws, hasPack })
const at = (releases: readonly ReleaseLine[], release: number): number[] => [...withdrawnAt(releases, release)].toSorted((a, b) => a - b)

describe('withdrawnAt', () => {
  const releases = [line(1), line(2), line(3, 2), line(4, 3), line(5, 4)]

  it.each([
    [1, []],
    [2, []],
    [3, [2]],
    [4, [3]],
    [5, [2, 4]]
  ])('at release %i withdraws %j: a withdrawn withdrawal restores', (release, expected) => {
    expect(at(releases, release)).toEqual(expected)
  })

  it('does not depend on the order of the list', () => {
    expect(at(releases.toReversed(), 5)).toEqual([2, 4])
  })
})

describe('packReleaseAt', () => {
  const releases = [line(1), line(2, undefined, true), line(3, 2), line(4, 3)]

  it.each([
    [1, 1],
    [2, 2],
    [3, 1],
    [4, 2]
  ])('at release %i is the pack of release %i', (release, expected) => {
    expect(packReleaseAt(releases, release)).toBe(expected)
  })

  it('is undefined when no pack is in effect', () => {
    expect(packReleaseAt([line(1), line(2, 1)], 2)).toBeUndefined()
  })
})
