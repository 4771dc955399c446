import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roundDecimal, shiftDecimal } from '#contract/decimal.ts'
import type { Bound, Observation, Qualifier } from '#contract/observation.ts'
import { chartNumber, phrase, phraseParts, seriesUnit, spokenUnit } from '#format/phrase.ts'

// The 51 phrases of the default pack are checked against their oracle in tests/unit/pack-quzhou.test.ts.

interface Told {
  readonly value: string | null
  readonly scale?: Observation['scale']
  readonly bound?: Bound
  readonly word?: string
  readonly place?: Qualifier['place']
  readonly high?: string
}

const told = ({ value, scale = 1, bound = 'exact', word, place = 'afterNumber', high }: Told) => ({
  obsValue: value,
  scale,
  bound,
  obsValueHigh: high,
  qualifier: word === undefined ? undefined : { word, place }
})

describe('phrase', () => {
  it.each<[string, Told, string]>([
    ['958个', { value: '958' }, '个'],
    ['99.5%', { value: '99.5' }, '%'],
    ['3万名', { value: '30000', scale: 1e4 }, '名'],
    ['2.2万件', { value: '22000', scale: 1e4 }, '件'],
    ['35.82亿元', { value: '3582000000', scale: 1e8 }, '元'],
    ['0.5万元', { value: '5000', scale: 1e4 }, '元'],
    ['12千万元', { value: '120000000', scale: 1e7 }, '元'],
    ['超1200亿元', { value: '120000000000', scale: 1e8, bound: 'over', word: '超', place: 'beforeNumber' }, '元'],
    ['526多亿元', { value: '52600000000', scale: 1e8, bound: 'over', word: '多', place: 'afterNumber' }, '元'],
    ['3万余名', { value: '30000', scale: 1e4, bound: 'over', word: '余', place: 'afterScale' }, '名'],
    ['1500余份', { value: '1500', bound: 'over', word: '余', place: 'afterNumber' }, '份'],
    ['1500余份', { value: '1500', bound: 'over', word: '余', place: 'afterScale' }, '份'],
    ['70%以上', { value: '70', bound: 'atLeast', word: '以上', place: 'afterUnit' }, '%'],
    ['近4.5万次', { value: '45000', scale: 1e4, bound: 'nearly', word: '近', place: 'beforeNumber' }, '次'],
    ['1.5万至2万元', { value: '15000', high: '20000', scale: 1e4, bound: 'range' }, '元/户·年'],
    ['约1.5万至2万元', { value: '15000', high: '20000', scale: 1e4, bound: 'range', word: '约', place: 'beforeNumber' }, '元'],
    ['1.5万至2万元左右', { value: '15000', high: '20000', scale: 1e4, bound: 'range', word: '左右', place: 'afterUnit' }, '元'],
    ['15000元', { value: '15000', bound: 'range' }, '元'],
    ['上千万元', { value: '10000000', scale: 1e7, bound: 'magnitude', word: '上', place: 'beforeNumber' }, '元'],
    ['千万余元', { value: '10000000', scale: 1e7, bound: 'magnitude', word: '余', place: 'afterScale' }, '元'],
    ['26465元', { value: '26465' }, '元/人·年'],
    ['-3.5个', { value: '-3.5' }, '个'],
    ['', { value: null }, '个'],
    ['', { value: 'done' }, '状态']
  ])('%s', (text, input, unit) => {
    expect(phrase(told(input), unit)).toBe(text)
  })

  it('ignores a high end that no range asks for', () => {
    expect(phrase(told({ value: '2', high: '3' }), '个')).toBe('2个')
  })

  it('gives each piece its role', () => {
    expect(phraseParts(told({ value: '52600000000', scale: 1e8, word: '多' }), '元')).toEqual([
      { role: 'number', text: '526' },
      { role: 'qualifier', text: '多' },
      { role: 'scale', text: '亿' },
      { role: 'unit', text: '元' }
    ])
    expect(phraseParts(told({ value: '10000000', scale: 1e7, bound: 'magnitude' }), '元').map(({ role }) => role)).toEqual(['magnitude', 'unit'])
    expect(phraseParts(told({ value: '1', high: '2', bound: 'range' }), '元').map(({ role }) => role)).toEqual(['number', 'join', 'number', 'unit'])
  })

  it('never has a comma and keeps every digit', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), (value) => {
        expect(phrase(told({ value: String(value) }), '元')).toBe(`${value}元`)
      })
    )
  })
})

describe('chartNumber', () => {
  it.each<[string, Observation['scale'], number, string]>([
    ['0', 1, 0, '0'],
    ['0', 1, 2, '0.00'],
    ['1', 1, 0, '1'],
    ['999', 1, 0, '999'],
    ['1000', 1, 0, '1,000'],
    ['999.5', 1, 0, '1,000'],
    ['999.94', 1, 1, '999.9'],
    ['999.95', 1, 1, '1,000.0'],
    ['12345.678', 1, 2, '12,345.68'],
    ['1000000000000', 1, 0, '1,000,000,000,000'],
    ['999999.5', 1, 0, '1,000,000'],
    ['12160000000', 1e8, 1, '121.6'],
    ['3582000000', 1e8, 2, '35.82'],
    ['100000000000000', 1e8, 0, '1,000,000'],
    ['69800', 1e4, 0, '7'],
    ['-1', 1, 0, '-1'],
    ['-999', 1, 0, '-999'],
    ['-1000', 1, 0, '-1,000'],
    ['-123456.75', 1, 1, '-123,456.8'],
    ['-0.04', 1, 1, '0.0'],
    ['0.004', 1, 2, '0.00']
  ])('%s at scale %d to %d digits is %s', (value, scale, decimals, text) => {
    expect(chartNumber(value, scale, decimals)).toBe(text)
  })

  it('is the rounded number with a comma at every third digit', () => {
    const scale = fc.constantFrom<[Observation['scale'], number]>([1, 0], [1e4, 4], [1e7, 7], [1e8, 8])
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), scale, fc.integer({ min: 0, max: 3 }), (value, [divisor, powers], decimals) => {
        const text = chartNumber(String(value), divisor, decimals)
        expect(text.replaceAll(',', '')).toBe(roundDecimal(shiftDecimal(String(value), powers), decimals))
        expect(text).toMatch(/^-?\d{1,3}(,\d{3})*(\.\d+)?$/)
      })
    )
  })
})

describe('units', () => {
  it.each<[Observation['scale'], string, string]>([
    [1, '件', '件'],
    [1e4, '名', '万名'],
    [1e7, '元', '千万元'],
    [1e8, '元', '亿元'],
    [1, '元/人·年', '元/人·年']
  ])('of a series at %d in %s: %s', (scale, unit, text) => {
    expect(seriesUnit(scale, unit)).toBe(text)
  })

  it('are spoken without what they are divided by', () => {
    expect([spokenUnit('元/人·年'), spokenUnit('%'), spokenUnit('')]).toEqual(['元', '%', ''])
  })
})
