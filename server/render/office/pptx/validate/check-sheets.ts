import { bookIn, isColumn, isRow, isWithin, placeOf, rangeOf, type BookSheet } from './book-read.ts'
import type { Fault, Opened, Rule } from './opened.ts'
import { all, down, type XmlNode } from './xml-read.ts'

type Say = (rule: Rule, detail: string) => Fault

const addressOf = ({ attrs }: XmlNode): string => attrs.get('r') ?? ''

const increases = (numbers: readonly number[]): boolean => numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0))

/** Rows from top to bottom, the cells of each from left to right and in it, none twice. */
function checkCellOrder({ root }: BookSheet, say: Say): Fault[] {
  const rows = all(root, 'row')
  const numbers = rows.map((row) => Number(addressOf(row)))
  const wrong = rows.filter((row) => {
    const places = row.children.filter(({ tag }) => tag === 'c').map((cell) => placeOf(addressOf(cell)))
    return places.some((place) => place?.row !== Number(addressOf(row))) || !increases(places.map((place) => place?.column ?? 0))
  })
  return [
    ...(numbers.every(isRow) && increases(numbers) ? [] : [say('cell-order', 'rows out of order')]),
    ...wrong.map((row) => say('cell-order', `the cells of row ${addressOf(row)}`))
  ]
}

const NUMBER = /^-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/
/** A cell holds no longer text. */
const MOST_TEXT = 32_767

const textIn = (node: XmlNode | undefined): string => (node === undefined ? '' : node.text + node.children.map(textIn).join(''))

/** What of a cell is not as its kind asks for. */
function contentFault(cell: XmlNode): string | null {
  const [type, value, inline] = [cell.attrs.get('t') ?? 'n', down(cell, 'v'), down(cell, 'is')]
  if (!['n', 'inlineStr', 'str', 'b'].includes(type)) return `of kind ${type}`
  if ((inline === undefined) !== (type !== 'inlineStr')) return 'a text in place of a number, or the other way round'
  if (type === 'inlineStr') return textIn(inline).length > MOST_TEXT ? 'a text that is too long' : null
  return type === 'n' && value !== undefined && !NUMBER.test(textIn(value)) ? `${textIn(value)} is no number` : null
}

const checkContent = ({ root }: BookSheet, say: Say): Fault[] =>
  all(root, 'c').flatMap((cell) => {
    const fault = contentFault(cell)
    return fault === null ? [] : [say('cell-content', `${addressOf(cell)}: ${fault}`)]
  })

/** What a sheet says of its own extent is true. */
function checkExtent({ root }: BookSheet, say: Say): Fault[] {
  const dimension = down(root, 'dimension')
  if (dimension === undefined) return []
  const range = rangeOf(dimension.attrs.get('ref') ?? '')
  if (range === null) return [say('cell-outside', `${dimension.attrs.get('ref')} is no range`)]
  return all(root, 'c')
    .filter((cell) => {
      const place = placeOf(addressOf(cell))
      return place !== null && !isWithin(place, range)
    })
    .map((cell) => say('cell-outside', addressOf(cell)))
}

const WIDEST = 255

/** Columns from left to right, none twice, each as wide as columns can be. */
function checkColumns({ root }: BookSheet, say: Say): Fault[] {
  const columns = all(root, 'col').map(({ attrs }) => ({ min: Number(attrs.get('min')), max: Number(attrs.get('max')), width: Number(attrs.get('width')) }))
  return columns
    .filter(
      ({ min, max, width }, index) => !isColumn(min) || !isColumn(max) || min > max || min <= (columns[index - 1]?.max ?? 0) || !(width >= 0 && width <= WIDEST)
    )
    .map(({ min, max }) => say('column-order', `${min} to ${max}`))
}

/** Rows that stand still end where the others begin. */
function checkPane({ root }: BookSheet, say: Say): Fault[] {
  return all(root, 'pane').flatMap(({ attrs }) => {
    const first = placeOf(attrs.get('topLeftCell') ?? '')
    const [across, along] = [Number(attrs.get('xSplit') ?? 0), Number(attrs.get('ySplit') ?? 0)]
    const holds = attrs.get('state') !== 'frozen' || (first !== null && first.row > along && first.column > across)
    return holds ? [] : [say('sheet-view', `frozen to ${along} and from ${attrs.get('topLeftCell')} on`)]
  })
}

const CHECKS = [checkCellOrder, checkContent, checkExtent, checkColumns, checkPane]

/** Cells, columns and panes of each sheet of a workbook. */
export const checkSheets = (opened: Opened): Fault[] =>
  (bookIn(opened)?.sheets ?? []).flatMap((sheet) => CHECKS.flatMap((check) => check(sheet, (rule, detail) => ({ rule, part: sheet.part, detail }))))
