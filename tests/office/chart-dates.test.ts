import { describe, expect, it } from 'vitest'
import { normal } from '#mocks/fixtures/normal.ts'
import { DATE_FORMAT, grainOf, serialOf, stepsOf } from '#server/render/office/pptx/charts/chart-dates.ts'
import { readWorkbook } from '#server/render/office/pptx/validate/check-workbooks.ts'
import { all, down, type XmlNode } from '#server/render/office/pptx/validate/xml-read.ts'
import { readBook } from './books.ts'
import { dateOf, deckOf, opened, readCharts, scenesOf } from './decks.ts'

const monthsFrom = (year: number, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${year + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`)
const daysFrom = (first: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => new Date(Date.parse(first) + index * 86_400_000).toISOString().slice(0, 10))

const line = (categories: readonly string[]) => ({ kind: 'line', categories }) as const

describe('what stands along a line', () => {
  it('are dates where days or months are many, else names', () => {
    expect(grainOf(line(daysFrom('2022-01-01', 273)))).toBe('days')
    expect(grainOf(line(monthsFrom(2021, 18)))).toBe('months')
    expect(grainOf(line(monthsFrom(2021, 12)))).toBeNull()
    expect(grainOf({ ...line(monthsFrom(2021, 18)), kind: 'bar' })).toBeNull()
    expect(grainOf(line([...monthsFrom(2021, 18), '第19期']))).toBeNull()
    expect(grainOf(line(monthsFrom(2021, 18).toReversed()))).toBeNull()
  })

  it('are counted in days as spreadsheets count them', () => {
    expect(['1900-03-01', '2022-01-01', '2022-03'].map(serialOf)).toEqual(['61', '44562', '44621'])
    expect([dateOf('44562', DATE_FORMAT.days), dateOf('44621', DATE_FORMAT.months)]).toEqual(['2022-01-01', '2022-03'])
  })

  it.each([
    [daysFrom('2022-01-01', 14), 'days', 1040, { unit: 'days', count: 7 }],
    [daysFrom('2022-01-01', 60), 'days', 1040, { unit: 'days', count: 7 }],
    [daysFrom('2022-01-01', 273), 'days', 1040, { unit: 'months', count: 1 }],
    [daysFrom('2022-01-01', 730), 'days', 1040, { unit: 'months', count: 3 }],
    [monthsFrom(2021, 18), 'months', 1040, { unit: 'months', count: 2 }],
    [monthsFrom(2001, 240), 'months', 1040, { unit: 'months', count: 24 }]
  ] as const)('are named as near as they have room (%#)', (categories, grain, width, steps) => {
    expect(stepsOf({ categories }, grain, width)).toEqual(steps)
  })
})

describe('a chart of days', () => {
  const deck = opened(deckOf(normal(), scenesOf(normal(), ['zhibo'])))
  const dated = [...deck.xml].filter(([, root]) => all(root, 'c:dateAx').length > 0)
  const [path = '', root] = dated[0] ?? []
  const attr = (node: XmlNode | undefined, tag: string): string | undefined => (node === undefined ? undefined : all(node, tag)[0]?.attrs.get('val'))

  it('has an axis of dates, which every program names as far apart as the file says', () => {
    expect(dated).toHaveLength(1)
    const axis = root === undefined ? undefined : all(root, 'c:dateAx')[0]
    expect([attr(axis, 'c:baseTimeUnit'), attr(axis, 'c:majorUnit'), attr(axis, 'c:majorTimeUnit')]).toEqual(['days', '1', 'months'])
    expect(axis === undefined ? [] : all(axis, 'c:numFmt').map(({ attrs }) => attrs.get('formatCode'))).toEqual(['yyyy-mm-dd'])
    expect(root === undefined ? 1 : all(root, 'c:catAx').length).toBe(0)
  })

  it('has its whole dates behind it, as dates that can be edited', () => {
    const book = deck.bytes.get(deck.relations.find(({ from, type }) => from === path && type === 'package')?.target ?? '') ?? new Uint8Array()
    const cells = readWorkbook(book).sheets.get('数据') ?? new Map<string, string>()
    expect([cells.get('A1'), cells.get('A2'), cells.get('A274')]).toEqual(['日期', serialOf('2022-01-01'), serialOf('2022-09-30')])
    const { sheets, styles } = readBook(book)
    const style = sheets[0]?.rows[1]?.get(0)?.style ?? -1
    const id = all(down(styles, 'cellXfs') ?? styles, 'xf')[style]?.attrs.get('numFmtId')
    expect(
      all(styles, 'numFmt')
        .find(({ attrs }) => attrs.get('numFmtId') === id)
        ?.attrs.get('formatCode')
    ).toBe('yyyy-mm-dd')
    const [series] = readCharts(deck).find((chart) => chart.path === path)?.series ?? []
    expect([series?.categories.length, series?.categories[0], series?.categories.at(-1)]).toEqual([273, '2022-01-01', '2022-09-30'])
  })
})
