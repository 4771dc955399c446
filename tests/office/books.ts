import { packAnswer, sceneAnswer, type Snapshot } from '#contract/snapshot.ts'
import { bookFacts } from '#server/render/office/xlsx/book-facts.ts'
import { bookPanels, type BookPanel } from '#server/render/office/xlsx/book-panels.ts'
import type { FileFacts } from '#server/render/office/properties.ts'
import { makeBook } from '#server/render/office/xlsx/make-book.ts'
import { openPackage } from '#server/render/office/pptx/validate/opened.ts'
import { all, down, type XmlNode } from '#server/render/office/pptx/validate/xml-read.ts'

export const panelsOf = (snapshot: Snapshot, ids = snapshot.document.scenes.map(({ id }) => id)): BookPanel[] =>
  ids.flatMap((id) =>
    bookPanels({ answer: sceneAnswer(snapshot, { id }), info: packAnswer(snapshot).info, address: `https://screen.example/?scene=${id}&release=1` })
  )

export const factsOf = (snapshot: Snapshot, ids = snapshot.document.scenes.map(({ id }) => id)): FileFacts =>
  bookFacts(
    ids.map((id) => sceneAnswer(snapshot, { id })),
    packAnswer(snapshot).info
  )

export const workbookOf = (snapshot: Snapshot, ids?: string[]): Uint8Array => makeBook(panelsOf(snapshot, ids), factsOf(snapshot, ids))

export interface ReadCell {
  readonly kind: 'number' | 'text'
  readonly text: string
  readonly style: number
}

export interface ReadSheet {
  readonly name: string
  /** Cells by their column, A is 0. */
  readonly rows: readonly ReadonlyMap<number, ReadCell>[]
  readonly root: XmlNode
}

export const textIn = (node: XmlNode | undefined): string => (node === undefined ? '' : node.text + node.children.map(textIn).join(''))

const columnOf = (address = ''): number => Array.from(address.replace(/\d+$/, '')).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

const cellOf = (cell: XmlNode): readonly [number, ReadCell] => [
  columnOf(cell.attrs.get('r')),
  {
    kind: cell.attrs.get('t') === 'inlineStr' ? 'text' : 'number',
    text: textIn(down(cell, 'v') ?? down(cell, 'is')).replaceAll('_x005F_', '_'),
    style: Number(cell.attrs.get('s'))
  }
]

/** What a workbook has, sheet by sheet in its order; and its styles. */
export function readBook(bytes: Uint8Array): { readonly sheets: readonly ReadSheet[]; readonly styles: XmlNode } {
  const { xml, relations } = openPackage(bytes)
  const [book, styles] = [xml.get('xl/workbook.xml'), xml.get('xl/styles.xml')]
  if (book === undefined || styles === undefined) throw new Error('no workbook')
  const sheets = all(book, 'sheet').flatMap(({ attrs }): ReadSheet[] => {
    const root = xml.get(relations.find(({ from, id }) => from === 'xl/workbook.xml' && id === attrs.get('r:id'))?.target ?? '')
    return root === undefined ? [] : [{ name: attrs.get('name') ?? '', rows: all(root, 'row').map((row) => new Map(all(row, 'c').map(cellOf))), root }]
  })
  return { sheets, styles }
}

/** Whether a sheet has figures, one a row, and is not a panel's own table. */
export const hasFigures = ({ rows: [head] }: ReadSheet): boolean => head?.get(0)?.text === '指标' && head.get(6)?.text === '数值'
