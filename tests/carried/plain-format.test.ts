import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { must } from '#tests/support/panel-data.ts'
import { moved, parted, phraseText, rounded, type PlainFigure, type PlainIndicator } from './plain-format.ts'

const oracle: { readonly figures: readonly { readonly display: string; readonly code: string; readonly refArea: string }[] } = JSON.parse(
  readFileSync('tests/fixtures/published-figures.json', 'utf8')
)
const published: readonly PlainFigure[] = JSON.parse(readFileSync('packs/quzhou/published.json', 'utf8'))
const indicators: readonly PlainIndicator[] = JSON.parse(readFileSync('packs/quzhou/indicators.json', 'utf8'))

describe('the plain formatter', () => {
  it('reads every published figure to the character', () => {
    const known = new Map(indicators.map((indicator) => [indicator.id, indicator]))
    const texts = published.map((figure) => [`${figure.indicator}@${figure.refArea}`, phraseText(figure, must(known.get(figure.indicator)))] as const)
    const found = new Map(texts)
    for (const { code, refArea, display } of oracle.figures) expect(found.get(`${code}@${refArea}`)).toBe(display)
  })

  it.each([
    ['35820000000', 100_000_000, '358.2'],
    ['5000', 10_000, '0.5'],
    ['-12.50', 1, '-12.5'],
    ['30000', 10_000, '3'],
    ['0', 100_000_000, '0']
  ])('moves the point of %s by %i', (value, power, text) => expect(moved(value, power)).toBe(text))

  it.each([
    ['0.05', 1, '0.1'],
    ['2.5', 0, '3'],
    ['-0.04', 1, '0.0'],
    ['-2.5', 0, '-3'],
    ['999.95', 1, '1000.0']
  ])('rounds %s to %i places', (value, places, text) => expect(rounded(value, places)).toBe(text))

  it('parts thousands', () => expect(['7', '1234', '1234567.8', '-1000'].map(parted)).toEqual(['7', '1,234', '1,234,567.8', '-1,000']))
})
