import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { contractRules } from './contract-rules.ts'
import { jsonErrorAt } from './json-error.ts'
import { countedPath, dottedPath } from './json-path.ts'

it('has Chinese for every rule of the contract', () => {
  const folder = new URL('../../contract/', import.meta.url)
  const sources = readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  const rules = sources.flatMap((text) => [...text.matchAll(/error: '(must[^']*)'/g)].map(([, rule = '']) => rule))
  expect(rules.filter((rule) => !contractRules.has(rule))).toEqual([])
  expect([...contractRules.keys()].filter((rule) => !rules.includes(rule))).toEqual([])
})

it('writes paths for programs and for people', () => {
  expect(dottedPath(['observations', 3, 'obsValue'])).toBe('observations[3].obsValue')
  expect(countedPath([2, 'unitMeasure'])).toBe('第3项 .unitMeasure')
})

describe('jsonErrorAt', () => {
  it.each([
    ['{"a": 1,\n "b": x}', 2, 7],
    ['[1, 2', 1, 6],
    ['{"a" 1}', 1, 6],
    ['[1,]', 1, 4],
    ['', 1, 1],
    ['{}\n{}', 2, 1],
    ["{'a': 1}", 1, 2],
    ['{"a": "x\ny"}', 1, 7],
    ['{"a": 012}', 1, 8]
  ])('%j stops at line %i, column %i', (text, line, column) => {
    expect(() => JSON.parse(text)).toThrow()
    expect(jsonErrorAt(text)).toEqual({ line, column })
  })
})
