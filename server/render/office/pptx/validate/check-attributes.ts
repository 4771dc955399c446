import { OF_BOOKS, OF_DECKS, type Attribute, type Attributes } from './attribute-table.ts'
import type { Fault, Opened } from './opened.ts'
import { walk, type XmlNode } from './xml-read.ts'

/** Of a namespace, or named by one, such as `xml:space` and `r:id`: others look after those. */
const FOREIGN = /^xmlns|:/

const tableOf = (part: string): Attributes | null => {
  if (part.endsWith('.rels') || part.endsWith('.svg')) return null
  if (part.startsWith('xl/')) return OF_BOOKS
  return part.startsWith('ppt/') ? OF_DECKS : null
}

function faultsOf({ tag, attrs }: XmlNode, known: ReadonlyMap<string, Attribute>, part: string): Fault[] {
  const unknown = [...attrs.keys()].filter((name) => !FOREIGN.test(name) && !known.has(name))
  const wrong = [...known].filter(([name, { kind, needed }]) => {
    const value = attrs.get(name)
    return value === undefined ? needed : !kind.test(value)
  })
  return [
    ...unknown.map((name): Fault => ({ rule: 'attribute-unknown', part, detail: `${name} of ${tag}` })),
    ...wrong.map(([name]): Fault => ({ rule: 'attribute-wrong', part, detail: `${name} of ${tag} is ${attrs.get(name) ?? 'not there'}` }))
  ]
}

/** Attributes are those of the schemas, there where they must be, and of the kind that they are of. */
export const checkAttributes = ({ xml }: Opened): Fault[] =>
  [...xml].flatMap(([part, root]) => {
    const table = tableOf(part)
    if (table === null) return []
    return [...walk(root)].flatMap((node) => {
      const known = table.get(node.tag)
      return known === undefined ? [] : faultsOf(node, known, part)
    })
  })
