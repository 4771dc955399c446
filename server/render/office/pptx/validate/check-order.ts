import type { Fault, Opened } from './opened.ts'
import { SHEETS } from './order-sheets.ts'
import { ORDER, orderOf, type Order, type Slot } from './order-table.ts'
import { walk, type XmlNode } from './xml-read.ts'

interface Vocabulary {
  readonly parts: RegExp
  readonly order: Order
  /** Elements that are of it: others, such as those of pictures, are not looked at. */
  readonly own: RegExp
}

/** `a:ext` says how large a shape is where it has no children, `c:marker` whether lines have marks, `c:chart` names one. */
const VOCABULARIES: readonly Vocabulary[] = [
  { parts: /^ppt\/(?!.*\.rels$)/, order: ORDER, own: /^[acp]:/ },
  { parts: /^xl\/(?!.*\.rels$)/, order: orderOf(SHEETS), own: /^/ }
]

/** Where each child stands in the order; -1 for one that may not be there. */
const placesOf = (children: readonly XmlNode[], slots: readonly Slot[]): number[] =>
  children.map(({ tag }) => slots.findIndex(({ tags }) => tags.includes(tag)))

function faultsOf(node: XmlNode, slots: readonly Slot[], part: string): Fault[] {
  const places = placesOf(node.children, slots)
  const at = (index: number): string => `${node.children[index]?.tag} in ${node.tag}`
  return [
    ...places.flatMap((place, index): Fault[] => {
      if (place < 0) return [{ rule: 'element-unknown', part, detail: at(index) }]
      const before = places[index - 1] ?? -1
      const again = before === place && slots[place]?.many === false
      return before > place || again ? [{ rule: 'element-order', part, detail: at(index) }] : []
    }),
    ...slots.flatMap(({ tags, least }, index): Fault[] =>
      least > 0 && !places.includes(index) && node.children.length > 0 ? [{ rule: 'element-missing', part, detail: `${tags.join(' or ')} in ${node.tag}` }] : []
    )
  ]
}

function lookedAt(node: XmlNode, { order, own }: Vocabulary, part: string): Fault[] {
  const slots = order.get(node.tag)
  if (slots !== undefined) return faultsOf(node, slots, part)
  return own.test(node.tag) && node.children.length > 0 ? [{ rule: 'element-unknown', part, detail: node.tag }] : []
}

/** The children of every element are those of the schemas, in their order. An element that has children and no order is unknown. */
export const checkOrder = ({ xml }: Opened): Fault[] =>
  [...xml].flatMap(([part, root]) => {
    const vocabulary = VOCABULARIES.find(({ parts }) => parts.test(part))
    return vocabulary === undefined ? [] : [...walk(root)].flatMap((node) => lookedAt(node, vocabulary, part))
  })
