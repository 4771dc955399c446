import { expect, it } from 'vitest'
import { dueAfter } from '#tests/soak/run.ts'
import { settingsOf } from '#tests/soak/settings.ts'

it('reads what is asked for, and samples a hundred times at most where nothing is', () => {
  expect(settingsOf(['--rotations', '10000', '--refreshes', '200', '--jit'], 10)).toEqual({
    rotations: 10_000,
    refreshes: 200,
    every: 10,
    fade: 50,
    settle: 32,
    jit: true,
    plant: undefined
  })
  expect(settingsOf(['--every', '3', '--plant', 'leak', '--fade', '800', '--settle', '0'], 10)).toMatchObject({ every: 3, plant: 'leak', fade: 800, settle: 0 })
})

it.each([
  [['--rotations', 'many'], '--rotations: many'],
  [['--plant', 'tree'], '--plant: tree'],
  [['--rotation', '1'], '--rotation']
])('%j fails and says why', (words, why) => {
  expect(() => settingsOf(words, 10)).toThrow(why)
})

it('spreads refreshes evenly, and all of them', () => {
  const due = Array.from({ length: 20 }, (_, index) => dueAfter(5, index + 1, 20))
  expect(due.filter((count, index) => count !== due[index - 1])).toEqual([0, 1, 2, 3, 4, 5])
  expect(due.indexOf(1)).toBe(3)
})
