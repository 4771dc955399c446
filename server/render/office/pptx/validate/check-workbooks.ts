import { openPackage, type Fault, type Opened } from './opened.ts'
import { all, down, valOf, type XmlNode } from './xml-read.ts'

/** Of each cell its text, by `A1`. */
type Cells = ReadonlyMap<string, string>

const textIn = (node: XmlNode | undefined): string => (node === undefined ? '' : node.text + node.children.map(textIn).join(''))

function cellsOf(root: XmlNode): Cells {
  return new Map(all(root, 'c').map((cell) => [cell.attrs.get('r') ?? '', textIn(down(cell, 'v') ?? down(cell, 'is'))]))
}

/** The cells of each sheet of a workbook, by the sheet's name. */
export function readWorkbook(bytes: Uint8Array): { readonly sheets: ReadonlyMap<string, Cells> } {
  const { xml, relations } = openPackage(bytes)
  const book = xml.get('xl/workbook.xml')
  const sheets = book === undefined ? [] : all(book, 'sheet')
  const found = sheets.flatMap(({ attrs }) => {
    const target = relations.find(({ from, id }) => from === 'xl/workbook.xml' && id === attrs.get('r:id'))?.target
    const root = target === undefined ? undefined : xml.get(target)
    return root === undefined ? [] : [[attrs.get('name') ?? '', cellsOf(root)] as const]
  })
  return { sheets: new Map(found) }
}

const RANGE = /^'?([^'!]+)'?!\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$(\d+))?$/

/** The cells of one column that a formula names. */
function valuesAt(formula: string, sheets: ReadonlyMap<string, Cells>): (string | undefined)[] | null {
  const [, name = '', column = '', from = '', to, last = from] = RANGE.exec(formula) ?? []
  const cells = sheets.get(name)
  if (cells === undefined || (to !== undefined && to !== column)) return null
  return Array.from({ length: Number(last) - Number(from) + 1 }, (_, index) => cells.get(`${column}${Number(from) + index}`))
}

function cachedIn(cache: XmlNode | undefined): (string | undefined)[] {
  const points = new Map(cache === undefined ? [] : all(cache, 'c:pt').map((point) => [Number(point.attrs.get('idx')), textIn(down(point, 'c:v'))]))
  return Array.from({ length: Number(valOf(down(cache, 'c:ptCount')) ?? 0) }, (_, index) => points.get(index))
}

function differences(part: string, chart: XmlNode, sheets: ReadonlyMap<string, Cells>): Fault[] {
  return [...all(chart, 'c:strRef'), ...all(chart, 'c:numRef')].flatMap((ref): Fault[] => {
    const formula = textIn(down(ref, 'c:f'))
    const [cells, cached] = [valuesAt(formula, sheets), cachedIn(down(ref, 'c:strCache') ?? down(ref, 'c:numCache'))]
    if (cells === null) return [{ rule: 'workbook-differs', part, detail: `nothing at ${formula}` }]
    const same = cells.length === cached.length && cells.every((value, index) => value === cached[index])
    return same ? [] : [{ rule: 'workbook-differs', part, detail: `${formula}: ${cells.join()} and not ${cached.join()}` }]
  })
}

/** Each chart has its workbook, and shows what is in it. */
export const checkWorkbooks = ({ xml, bytes, relations }: Opened): Fault[] =>
  [...xml].flatMap(([part, root]): Fault[] => {
    if (root.tag !== 'c:chartSpace') return []
    const id = down(root, 'c:externalData')?.attrs.get('r:id')
    const book = relations.find((relation) => relation.from === part && relation.id === id && relation.type === 'package')
    const content = book === undefined ? undefined : bytes.get(book.target)
    if (content === undefined) return [{ rule: 'workbook-missing', part, detail: id === undefined ? 'names none' : `${id} leads to none` }]
    const { sheets } = readWorkbook(content)
    if (sheets.size === 0) return [{ rule: 'workbook-missing', part, detail: 'has no sheet' }]
    return differences(part, root, sheets)
  })
