import { expect, it } from 'vitest'
import { numeralText } from '#format/numeral.ts'

it.each([
  [1, '一'],
  [9, '九'],
  [10, '十'],
  [12, '十二'],
  [20, '二十'],
  [21, '二十一'],
  [99, '九十九'],
  [100, '100'],
  [0, '0']
])('%d is %s', (count, text) => {
  expect(numeralText(count)).toBe(text)
})
