import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { must } from '#tests/support/panel-data.ts'
import { isPeriodOf, moved, parted, phraseText, type PlainFigure, type PlainIndicator, rounded, valueText } from './plain-format.ts'

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

describe('what a file says beside the phrase', () => {
  it.each([
    ['2022-10', undefined, '2022年10月', true],
    ['2022-10', undefined, '2022年9月', false],
    ['../2022-10', undefined, '截至2022年10月', true],
    ['2020/2022', undefined, '2020年至2022年', true],
    ['2020/2022', undefined, '2020年至2023年', false],
    ['2020/2022', '近三年', '近三年 2020–2022', true],
    ['2020/2022', '近三年', '2020–2022', false],
    ['2022-01/2022-10', '今年', '今年 2022年1–10月', true],
    ['2022-01/2022-10', '今年', '今年', false],
    ['_T', '每年', '每年', true],
    ['2022', undefined, '', false]
  ])('%s with %s is %s: %s', (timePeriod, periodText, text, holds) => {
    const { periodText: _own, ...figure } = must(published[0])
    expect(isPeriodOf(text, { ...figure, timePeriod, ...(periodText === undefined ? {} : { periodText }) })).toBe(holds)
  })

  it('is the value as it is counted, of a range both, and none of a code or a magnitude', () => {
    const [figure, indicator] = [must(published[0]), must(indicators[0])]
    const own = { ...figure, obsValue: '15000', bound: 'exact' }
    const { valueList: _list, ...counted } = indicator
    expect(valueText(own, counted)).toBe('15000')
    expect(valueText({ ...own, bound: 'range', obsValueHigh: '20000' }, counted)).toBe('15000至20000')
    expect([
      valueText({ ...own, bound: 'magnitude' }, counted),
      valueText({ ...own, obsValue: null }, counted),
      valueText(own, { ...counted, valueList: 'level' })
    ]).toEqual(['', '', ''])
  })
})
