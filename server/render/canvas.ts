import { element, type Element } from './element.ts'
import type { FaceFile } from './faces.ts'
import type { Letterer } from './lettering.ts'

/** What all parts of one picture share: its letters, its definitions, and the characters that were drawn. */
export interface Canvas {
  readonly letterer: Letterer
  /** Each stretch of text is put in its place, for what draws it and nobody reads. */
  readonly placed: boolean
  /** Begins every id, so that pictures in one page keep apart. */
  readonly prefix: string
  readonly used: ReadonlyMap<FaceFile, ReadonlySet<string>>
  readonly note: (face: FaceFile, text: string) => void
  /** Keeps a definition once, however often it is asked for, and says how it is referred to. The same picture gives the same names. */
  readonly define: (tag: string, attrs: Element['attrs'], children: Element['children']) => string
  readonly definitions: () => readonly Element[]
}

export function createCanvas({ letterer, placed, prefix }: Pick<Canvas, 'letterer' | 'placed' | 'prefix'>): Canvas {
  const used = new Map<FaceFile, Set<string>>()
  const definitions = new Map<string, Element>()
  return {
    letterer,
    placed,
    prefix,
    used,
    note: (face, text) => {
      const characters = used.get(face) ?? new Set()
      for (const character of text) characters.add(character)
      used.set(face, characters)
    },
    define: (tag, attrs, children) => {
      const key = JSON.stringify([tag, attrs, children])
      const known = definitions.get(key)
      const id = known?.attrs['id'] ?? `${prefix}-${definitions.size + 1}`
      if (known === undefined) definitions.set(key, element(tag, { id, ...attrs }, children))
      return `url(#${id})`
    },
    definitions: () => [...definitions.values()]
  }
}
