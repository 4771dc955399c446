import { afterEach, beforeEach, expect, vi, type MockInstance } from 'vitest'

/** Any console error or warning fails the test that caused it, unless the test expects it by name. */
let spies: MockInstance[] = []
let expected: RegExp[] = []

export const expectConsole = (pattern: RegExp): void => {
  expected.push(pattern)
}

beforeEach(() => {
  expected = []
  spies = [vi.spyOn(console, 'error').mockImplementation(() => undefined), vi.spyOn(console, 'warn').mockImplementation(() => undefined)]
})

afterEach(() => {
  const said = spies.flatMap((spy) => spy.mock.calls.map((words) => words.map(String).join(' ')))
  for (const spy of spies) spy.mockRestore()
  expect(
    said.filter((text) => !expected.some((pattern) => pattern.test(text))),
    'console errors and warnings'
  ).toEqual([])
})
