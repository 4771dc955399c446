import { expect, it } from 'vitest'
import { etagOf, matches } from './etag.ts'

const body = Buffer.from('{}')

it('differs by body, encoding and settings', () => {
  const tags = [etagOf(body, 'br', 'a'), etagOf(body, 'gzip', 'a'), etagOf(body, 'br', 'b'), etagOf(Buffer.from('[]'), 'br', 'a')]
  expect(new Set(tags).size).toBe(4)
  for (const tag of tags) expect(tag).toMatch(/^"[\w-]+"$/)
})

it.each([
  ['"a"', true],
  ['W/"a"', true],
  ['"b", W/"a" , "c"', true],
  ['*', true],
  ['"b"', false],
  ['a', false],
  [undefined, false]
])('compares If-None-Match %s weakly', (header, expected) => {
  expect(matches(header, '"a"')).toBe(expected)
})
