import { expect, it } from 'vitest'
import { negotiate } from './negotiate.ts'

it.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br', 'br'],
  ['gzip, deflate', 'gzip'],
  ['br;q=0.5, gzip', 'gzip'],
  ['br;q=0, gzip;q=0', 'identity'],
  ['*', 'br'],
  ['br;q=0, *', 'gzip'],
  ['identity', 'identity'],
  ['identity;q=0.5, gzip;q=0.4', 'identity'],
  ['BR', 'br'],
  ['zstd', 'identity'],
  ['gzip;q=nonsense', 'identity'],
  ['identity;q=0', 'identity']
])('answers %j with %s', (header, encoding) => {
  expect(negotiate(header)).toBe(encoding)
})
