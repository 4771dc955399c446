import type { Fault, Opened, Rule } from './opened.ts'
import { all, type XmlNode } from './xml-read.ts'

const BOOK = 'xl/workbook.xml'
const STYLES = 'xl/styles.xml'

/** Sheets have so many columns and rows, and no more. */
const MOST = { column: 16_384, row: 1_048_576 } as const

export interface BookSheet {
  readonly part: string
  readonly name: string
  readonly root: XmlNode
}

export interface Book {
  readonly root: XmlNode
  readonly styles: XmlNode | undefined
  readonly sheets: readonly BookSheet[]
}

/** The parts of a workbook; null where the package is none. */
export function bookIn({ xml, relations }: Opened): Book | null {
  const root = xml.get(BOOK)
  if (root === undefined) return null
  const sheets = all(root, 'sheet').flatMap(({ attrs }) => {
    const part = relations.find(({ from, id }) => from === BOOK && id === attrs.get('r:id'))?.target ?? ''
    const sheet = xml.get(part)
    return sheet === undefined ? [] : [{ part, name: attrs.get('name') ?? '', root: sheet }]
  })
  return { root, styles: xml.get(STYLES), sheets }
}

export const inBook = (rule: Rule, detail: string): Fault => ({ rule, part: BOOK, detail })
export const inStyles = (rule: Rule, detail: string): Fault => ({ rule, part: STYLES, detail })

const columnOf = (letters: string): number => Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

export interface Place {
  readonly column: number
  readonly row: number
}

/** `B3` is column 2 of row 3; null for what no sheet has. */
export function placeOf(address: string): Place | null {
  const [, letters = '', digits = ''] = /^([A-Z]{1,3})([1-9]\d*)$/.exec(address) ?? []
  const [column, row] = [columnOf(letters), Number(digits)]
  return column < 1 || column > MOST.column || row < 1 || row > MOST.row ? null : { column, row }
}

export interface Range {
  readonly from: Place
  readonly to: Place
}

/** `A1:M7`, or one cell; null for what is none, or stands on its head. */
export function rangeOf(text: string): Range | null {
  const [first = '', last = first] = text.split(':')
  const [from, to] = [placeOf(first), placeOf(last)]
  return from === null || to === null || from.column > to.column || from.row > to.row ? null : { from, to }
}

export const isWithin = ({ column, row }: Place, { from, to }: Range): boolean =>
  column >= from.column && column <= to.column && row >= from.row && row <= to.row

export const isColumn = (column: number): boolean => Number.isInteger(column) && column >= 1 && column <= MOST.column
export const isRow = (row: number): boolean => Number.isInteger(row) && row >= 1 && row <= MOST.row

export const repeated = <T>(values: readonly T[]): T[] => [...new Set(values.filter((value, index) => values.indexOf(value) !== index))]
