import { cellText, seriesNumber, type PlainFigure, type PlainIndicator } from '#tests/carried/plain-format.ts'
import type { Cell } from '#tests/carried/cells.ts'
import type { Said } from './deck-says.ts'
import type { SheetRow, Triple } from './three-ways.ts'

type Words = (text: string) => string

/** One thing that is another, in the API's record of a figure, in a workbook's row, or in the words on slides. */
interface Change {
  readonly concerns: (triple: Triple) => boolean
  readonly inApi: (triple: Triple) => Triple
  readonly inSheet: (triple: Triple) => Triple
  readonly onSlides: (triple: Triple) => Triple
}

const figureOf = (triple: Triple, change: (figure: PlainFigure) => PlainFigure, of: (indicator: PlainIndicator) => PlainIndicator = (one) => one): Triple => {
  const { cell } = triple
  const [figure, indicator] = [change(cell.figure), of(cell.indicator)]
  const told = cell.told === cell.figure ? figure : change(cell.told)
  const text = indicator.valueList === undefined ? cellText(told, indicator) : cell.text
  const other: Cell = { ...cell, figure, told, indicator, text }
  return { ...triple, cell: other, siblings: triple.siblings.map((one) => (one === cell ? other : one)) }
}

const rowWith = (triple: Triple, heads: readonly string[], words: Words): Triple => ({
  ...triple,
  sheet: triple.sheet.map((row): SheetRow => ({
    ...row,
    cells: Object.fromEntries(Object.entries(row.cells).map(([head, text]) => [head, heads.includes(head) ? words(text) : text]))
  }))
})

function saidWith(said: Said, words: Words): Said {
  const entries = Object.entries(said).map(([key, value]): [string, unknown] => {
    if (key === 'at') return [key, value]
    return [key, Array.isArray(value) ? value.map((text) => words(String(text))) : words(String(value))]
  })
  return { ...said, ...Object.fromEntries(entries) }
}

const slidesWith = (triple: Triple, words: Words): Triple => ({ ...triple, said: triple.said.map((said) => saidWith(said, words)) })

/** Another first digit of each number; what stands before a year or a day is none. */
const otherDigits: Words = (text) => text.replaceAll(/(?<![\d.,])\d/g, (digit) => String((Number(digit) % 9) + 1))
const otherYears: Words = (text) =>
  text.replaceAll(/(\d{3})(\d)(?=年|-|–|\/|$)/g, (_, decade: string, year: string) => `${decade}${(Number(year) + 7) % 10}`).replaceAll('每年', '每季')
const otherOrigin: Words = (text) => text.replaceAll('演示', '已发布')
const withoutWord =
  (word: string): Words =>
  (text) =>
    text.replaceAll(word, '')

const digitOf = (figure: PlainFigure): PlainFigure => ({ ...figure, obsValue: figure.obsValue === null ? null : otherDigits(figure.obsValue) })

/** Of a number that is rounded to nothing no digit is seen. */
const showsDigits = ({ cell: { told, indicator } }: Triple): boolean => seriesNumber(told, indicator) !== seriesNumber(digitOf(told), indicator)

const unitOf = ({ cell: { indicator } }: Triple): string => indicator.unitMeasure.replace(/\/.*$/, '')
const isCounted = ({ cell: { indicator } }: Triple): boolean => indicator.valueList === undefined
const wordOf = ({ cell: { figure } }: Triple): string => figure.qualifier?.word ?? ''

export const CHANGES: readonly (readonly [string, Change])[] = [
  [
    'first digit',
    {
      concerns: (triple) => isCounted(triple) && triple.cell.figure.bound !== 'magnitude' && showsDigits(triple),
      inApi: (triple) => figureOf(triple, digitOf),
      inSheet: (triple) => rowWith(triple, ['数值'], otherDigits),
      onSlides: (triple) => slidesWith(triple, otherDigits)
    }
  ],
  [
    'unit',
    {
      concerns: (triple) => isCounted(triple) && unitOf(triple) !== '',
      inApi: (triple) =>
        figureOf(
          triple,
          (figure) => figure,
          (indicator) => ({ ...indicator, unitMeasure: `${indicator.unitMeasure.replace(/\/.*$/, '')}匹` })
        ),
      inSheet: (triple) => rowWith(triple, ['单位'], () => '匹'),
      onSlides: (triple) => slidesWith(triple, (text) => text.replaceAll(unitOf(triple), '匹'))
    }
  ],
  [
    'qualifier',
    {
      concerns: (triple) => wordOf(triple) !== '',
      inApi: (triple) =>
        figureOf(triple, ({ qualifier, ...figure }) => ({ ...figure, ...(qualifier === undefined ? {} : { qualifier: { ...qualifier, word: '不足' } }) })),
      inSheet: (triple) => rowWith(triple, ['限定词'], withoutWord(wordOf(triple))),
      onSlides: (triple) => slidesWith(triple, withoutWord(wordOf(triple)))
    }
  ],
  [
    'period',
    {
      concerns: () => true,
      inApi: (triple) =>
        figureOf(triple, ({ periodText, ...figure }) => ({
          ...figure,
          timePeriod: figure.timePeriod === '_T' ? '1999' : otherYears(figure.timePeriod),
          ...(periodText === undefined ? {} : { periodText: `不是${periodText}` })
        })),
      inSheet: (triple) => rowWith(triple, ['期间'], otherYears),
      onSlides: (triple) => slidesWith(triple, otherYears)
    }
  ],
  [
    'status',
    {
      concerns: ({ cell: { figure } }) => figure.origin === 'demo',
      inApi: (triple) => figureOf(triple, (figure) => ({ ...figure, origin: 'reported' })),
      inSheet: (triple) => rowWith(triple, ['状态'], otherOrigin),
      onSlides: (triple) => slidesWith(triple, otherOrigin)
    }
  ]
]
