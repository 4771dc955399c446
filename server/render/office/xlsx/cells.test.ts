import { describe, expect, it } from 'vitest'
import { normal } from '#mocks/fixtures/normal.ts'
import { isKept, placesOf, shownValue, textCell, valueCell } from './cells.ts'
import { createLooks } from './looks.ts'

const [indicator] = normal().document.indicators
if (indicator === undefined) throw new Error('the test has no indicator')
const counted = { ...indicator, decimals: 1, seriesScale: 1 as const }

describe('a value', () => {
  it.each(['0', '-0.5', '12.34', '526000000000', '123456789012345', '0.00000123456789'])('%s stays a number, digit for digit', (value) => {
    expect(valueCell(value, counted, createLooks(), {})).toMatchObject({ number: value })
  })

  it.each(['1234567890123456', '1.234567890123456', '15000至20000', '1e5', '=1'])('%s stays a text', (value) => {
    expect(valueCell(value, counted, createLooks(), {})).toMatchObject({ text: value })
  })

  it('is empty where there is none', () => expect(valueCell('', counted, createLooks(), {})).toBeNull())

  it.each([
    ['98', 1, 1, 1],
    ['98.57', 1, 1, 2],
    ['98.50', 1, 1, 1],
    ['52600000000', 1, 100_000_000, 0],
    ['0.5', 0, 10_000, 1]
  ] as const)('%s of an indicator of %i places in units of %i shows %i', (value, decimals, seriesScale, places) => {
    expect(placesOf(value, { decimals, seriesScale })).toBe(places)
  })

  it('of fifteen digits is the most that a spreadsheet keeps', () => {
    expect(['999999999999999', '9999999999999999'].map((digits) => [isKept(digits), Number(digits).toFixed(0) === digits])).toEqual([
      [true, true],
      [false, false]
    ])
  })
})

describe('a value as it is shown', () => {
  it.each([
    ['52600000000', 0, 1, '52,600,000,000'],
    ['-1234567.5', 1, 1, '-1,234,567.5'],
    ['123', 0, 1, '123'],
    ['98.5', 2, 1, '98.50'],
    ['15000至20000', 0, 1, '15000至20000']
  ] as const)('%s has room for %s', (value, decimals, seriesScale, shown) => expect(shownValue(value, { decimals, seriesScale })).toBe(shown))
})

describe('a text', () => {
  it.each(['=SUM(A1)', '+1+2', '-2+3', '@cmd', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠cmd', ' =1'])(
    '%j is kept as it is, and stays a text where its cell is edited',
    (text) => {
      const looks = createLooks()
      expect(textCell(text, looks)).toEqual({ text, style: looks.of({ quoted: true }) })
      expect(looks.of({ quoted: true })).not.toBe(looks.of({}))
    }
  )

  it('is not read as the code of a character', () => expect(textCell('_x0041_ _x_', createLooks())).toMatchObject({ text: '_x005F_x0041_ _x_' }))
})
