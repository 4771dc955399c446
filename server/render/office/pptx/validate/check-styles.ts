import { bookIn, inStyles, repeated, type Book } from './book-read.ts'
import type { Fault, Opened } from './opened.ts'
import { all, down, type XmlNode } from './xml-read.ts'

/** Formats of its own begin here; those before are the program's. */
const FIRST_FORMAT = 164
/** Each workbook has these two fills first, whatever it says. */
const FIRST_FILLS = ['none', 'gray125']

const childrenOf = (styles: XmlNode, list: string): readonly XmlNode[] => down(styles, list)?.children ?? []

function checkLists(styles: XmlNode): Fault[] {
  const fills = childrenOf(styles, 'fills').map((fill) => down(fill, 'patternFill')?.attrs.get('patternType'))
  return FIRST_FILLS.flatMap((pattern, index) => (fills[index] === pattern ? [] : [inStyles('style-unknown', `the fill ${index} is not ${pattern}`)]))
}

function checkFormats(styles: XmlNode): Fault[] {
  const formats = childrenOf(styles, 'numFmts').map(({ attrs }) => ({ id: Number(attrs.get('numFmtId')), code: attrs.get('formatCode') ?? '' }))
  return [
    ...repeated(formats.map(({ id }) => id)).map((id) => inStyles('style-unknown', `the format ${id} twice`)),
    ...formats.filter(({ id, code }) => !(id >= FIRST_FORMAT) || code === '').map(({ id }) => inStyles('style-unknown', `the format ${id}`))
  ]
}

const LISTS = { fontId: 'fonts', fillId: 'fills', borderId: 'borders', xfId: 'cellStyleXfs' } as const

/** What a look is made of is there. */
function checkLooks(styles: XmlNode): Fault[] {
  const formats = new Set(childrenOf(styles, 'numFmts').map(({ attrs }) => Number(attrs.get('numFmtId'))))
  return [...all(styles, 'xf'), ...all(styles, 'cellStyle')].flatMap(({ attrs }) => {
    const format = Number(attrs.get('numFmtId') ?? 0)
    return [
      ...Object.entries(LISTS)
        .filter(([name, list]) => attrs.has(name) && !(Number(attrs.get(name)) < childrenOf(styles, list).length))
        .map(([name]) => inStyles('style-unknown', `${name} ${attrs.get(name)}`)),
      ...(format >= FIRST_FORMAT && !formats.has(format) ? [inStyles('style-unknown', `numFmtId ${format}`)] : [])
    ]
  })
}

/** Each cell, row and column looks like something that there is. */
function checkUses({ sheets, styles }: Book): Fault[] {
  const count = styles === undefined ? 0 : childrenOf(styles, 'cellXfs').length
  return sheets.flatMap(({ part, root }) =>
    [...all(root, 'c'), ...all(root, 'row'), ...all(root, 'col')]
      .map(({ attrs }) => attrs.get('s') ?? attrs.get('style'))
      .filter((style) => style !== undefined && !(Number(style) < count))
      .map((style): Fault => ({ rule: 'style-unknown', part, detail: `the style ${style} of ${count}` }))
  )
}

/** A list that says how many it has says so rightly. */
const checkCounts = (styles: XmlNode): Fault[] =>
  styles.children
    .filter(({ attrs, children }) => attrs.has('count') && Number(attrs.get('count')) !== children.length)
    .map(({ tag, attrs, children }) => inStyles('count-wrong', `${tag}: ${attrs.get('count')} of ${children.length}`))

/** Looks and formats of a workbook, and whether its cells have others. */
export function checkStyles(opened: Opened): Fault[] {
  const book = bookIn(opened)
  if (book === null) return []
  const { styles } = book
  if (styles === undefined) return [inStyles('style-unknown', 'no styles')]
  return [...checkLists(styles), ...checkFormats(styles), ...checkLooks(styles), ...checkCounts(styles), ...checkUses(book)]
}
