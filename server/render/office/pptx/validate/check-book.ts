import { bookIn, inBook, rangeOf, repeated, type Book } from './book-read.ts'
import type { Fault, Opened } from './opened.ts'
import { all, down, type XmlNode } from './xml-read.ts'

const MOST_NAME = 31
const UNFIT = /[\\/?*[\]:\p{Cc}]|^'|'$/u

/** Names that a program takes: short, without signs that mean something to it, none twice in whatever case. */
function checkNames({ sheets }: Book): Fault[] {
  const names = sheets.map(({ name }) => name)
  return [
    ...names
      .filter((name) => name === '' || name.length > MOST_NAME || UNFIT.test(name) || name.toLowerCase() === 'history')
      .map((name) => inBook('sheet-name', name)),
    ...repeated(names.map((name) => name.toLowerCase())).map((name) => inBook('sheet-name', `${name} twice`))
  ]
}

function checkIds({ root }: Book): Fault[] {
  const ids = all(root, 'sheet').map(({ attrs }) => Number(attrs.get('sheetId')))
  const uses = all(root, 'sheet').map(({ attrs }) => attrs.get('r:id'))
  return [...repeated(ids), ...ids.filter((id) => !(id >= 1 && id <= 65_534)), ...repeated(uses)].map((id) => inBook('sheet-id-twice', String(id)))
}

/** One sheet is seen first, and it is one that there is. */
function checkViews({ root, sheets }: Book): Fault[] {
  const views = all(root, 'workbookView')
  const active = views.map(({ attrs }) => Number(attrs.get('activeTab') ?? 0)).filter((tab) => tab >= sheets.length)
  const lost = sheets.flatMap(({ name, root: sheet }) =>
    all(sheet, 'sheetView')
      .filter(({ attrs }) => Number(attrs.get('workbookViewId')) >= views.length)
      .map(() => name)
  )
  const chosen = sheets.filter(({ root: sheet }) => all(sheet, 'sheetView').some(({ attrs }) => attrs.get('tabSelected') === '1'))
  return [
    ...active.map((tab) => inBook('sheet-view', `the sheet ${tab} of ${sheets.length}`)),
    ...lost.map((name) => inBook('sheet-view', `${name} is in no window`)),
    ...(chosen.length > 1 ? [inBook('sheet-view', `${chosen.length} sheets are worked on at once`)] : [])
  ]
}

/** No name that reads like a cell: `A1`, `R1C1`. */
const NAME = /^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u
const CELL = /^(?:[a-z]{1,3}\d+|r\d*c\d*|[rc])$/i

/** `'it''s'!$A$1:$B$2`, `数据!$1:$1`: the sheet and what of it; null for what is none. */
function targetOf(formula: string): { readonly sheet: string; readonly range: string } | null {
  const [, quoted, plain, range = ''] = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(formula) ?? []
  const sheet = quoted?.replaceAll("''", "'") ?? plain
  return sheet === undefined ? null : { sheet, range: range.replaceAll('$', '') }
}

const isRange = (text: string): boolean => rangeOf(text) !== null || /^[1-9]\d*:[1-9]\d*$/.test(text) || /^[A-Z]{1,3}:[A-Z]{1,3}$/.test(text)

function nameFault({ attrs, text }: XmlNode, { sheets }: Book): string | null {
  const [name, local, target] = [attrs.get('name') ?? '', attrs.get('localSheetId'), targetOf(text)]
  if (!NAME.test(name) || CELL.test(name)) return 'no name'
  if (local !== undefined && !(Number(local) < sheets.length)) return `of the sheet ${local}`
  if (target === null || !isRange(target.range)) return `no range: ${text}`
  return sheets.some((sheet) => sheet.name === target.sheet) ? null : `no sheet ${target.sheet}`
}

/** Names of ranges are names, none twice for one sheet, and their ranges are on sheets that there are. */
function checkDefined(book: Book): Fault[] {
  const named = all(book.root, 'definedName')
  const keys = named.map(({ attrs }) => `${attrs.get('localSheetId') ?? ''} ${attrs.get('name')?.toLowerCase()}`)
  return [
    ...named.flatMap((one) => {
      const fault = nameFault(one, book)
      return fault === null ? [] : [inBook('defined-name', `${one.attrs.get('name')}: ${fault}`)]
    }),
    ...repeated(keys).map((key) => inBook('defined-name', `${key} twice`))
  ]
}

const FILTER = '_xlnm._FilterDatabase'

/** A table that is filtered is a range with a head, and the book's name for it names the same. */
function checkFilters({ root, sheets }: Book): Fault[] {
  const named = new Map(
    all(root, 'definedName').flatMap(({ attrs, text }) => (attrs.get('name') === FILTER ? [[Number(attrs.get('localSheetId')), targetOf(text)]] : []))
  )
  return sheets.flatMap(({ part, root: sheet, name }, index): Fault[] => {
    const filter = down(sheet, 'autoFilter')
    if (filter === undefined) return named.has(index) ? [{ rule: 'filter-range', part, detail: 'named, and there is none' }] : []
    const ref = filter.attrs.get('ref') ?? ''
    const target = named.get(index)
    const same = target?.sheet === name && target.range === ref
    return rangeOf(ref) !== null && same ? [] : [{ rule: 'filter-range', part, detail: `${ref}, named ${target?.range ?? 'by nothing'}` }]
  })
}

const CHECKS = [checkNames, checkIds, checkViews, checkDefined, checkFilters]

/** What binds the sheets of a workbook: names, numbers, windows, ranges. */
export function checkBook(opened: Opened): Fault[] {
  const book = bookIn(opened)
  return book === null ? [] : CHECKS.flatMap((check) => check(book))
}
