import { posix } from 'node:path'
import { zipSync, type Zippable } from 'fflate'
import { element, type Element } from '#server/render/element.ts'
import { xmlText } from './xml.ts'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

/** What one part may be to another. */
export const RELATION = {
  document: `${OFFICE}/officeDocument`,
  app: `${OFFICE}/extended-properties`,
  core: `${PACKAGE}/relationships/metadata/core-properties`,
  master: `${OFFICE}/slideMaster`,
  layout: `${OFFICE}/slideLayout`,
  slide: `${OFFICE}/slide`,
  theme: `${OFFICE}/theme`,
  notesMaster: `${OFFICE}/notesMaster`,
  notes: `${OFFICE}/notesSlide`,
  chart: `${OFFICE}/chart`,
  image: `${OFFICE}/image`,
  workbook: `${OFFICE}/package`,
  presProps: `${OFFICE}/presProps`,
  viewProps: `${OFFICE}/viewProps`,
  tableStyles: `${OFFICE}/tableStyles`,
  worksheet: `${OFFICE}/worksheet`,
  styles: `${OFFICE}/styles`
} as const

/** The kinds of content that are told by how a file's name ends. */
const BY_ENDING: Readonly<Record<string, string>> = {
  rels: 'application/vnd.openxmlformats-package.relationships+xml',
  xml: 'application/xml',
  png: 'image/png',
  svg: 'image/svg+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
}

/** The part that stands for the package itself. */
export const PACKAGE_ROOT = ''

export interface Parts {
  /** `type` is absent for what is told by its ending. */
  readonly add: (path: string, content: Element | Uint8Array, type?: string) => string
  /** Says that one part uses another, and how it names it: `rId1`, `rId2` in order. The same use twice has one name. */
  readonly relate: (from: string, relation: keyof typeof RELATION, to: string) => string
  /** A file beside the parts, once however often it is used. */
  readonly media: (bytes: Uint8Array, ending: 'png' | 'svg') => string
  /** `slide1`, `slide2`, in the order they are asked for. */
  readonly next: (name: string) => number
  readonly zip: () => Uint8Array
}

const encoder = new TextEncoder()
const encoded = (content: Element | Uint8Array): Uint8Array => (content instanceof Uint8Array ? content : encoder.encode(xmlText(content)))

const relsPathOf = (part: string): string => (part === PACKAGE_ROOT ? '_rels/.rels' : `${posix.dirname(part)}/_rels/${posix.basename(part)}.rels`)

const relationsXml = (from: string, relations: readonly (readonly [keyof typeof RELATION, string])[]): Element =>
  element(
    'Relationships',
    { xmlns: `${PACKAGE}/relationships` },
    relations.map(([relation, to], index) =>
      element('Relationship', { Id: `rId${index + 1}`, Type: RELATION[relation], Target: posix.relative(from === PACKAGE_ROOT ? '' : posix.dirname(from), to) })
    )
  )

function contentTypesXml(paths: readonly string[], types: ReadonlyMap<string, string>): Element {
  const endings = [...new Set([...paths.map((path) => posix.extname(path).slice(1)), 'rels'])].toSorted()
  return element('Types', { xmlns: `${PACKAGE}/content-types` }, [
    ...endings.map((ending) => element('Default', { Extension: ending, ContentType: BY_ENDING[ending] ?? 'application/octet-stream' })),
    ...[...types].map(([path, type]) => element('Override', { PartName: `/${path}`, ContentType: type }))
  ])
}

/** The first moment that a zip can name, by the clock of wherever this runs: a file's bytes tell nothing of when it was made. */
const FIRST = new Date(1980, 0, 1)

/** A package of parts as Office writes them, without a date of its own: the same parts give the same bytes. */
export function createParts(): Parts {
  const contents = new Map<string, Uint8Array>()
  const types = new Map<string, string>()
  const relations = new Map<string, [keyof typeof RELATION, string][]>()
  const counts = new Map<string, number>()
  const known = new Map<string, string>()
  const next = (name: string): number => {
    const count = (counts.get(name) ?? 0) + 1
    counts.set(name, count)
    return count
  }
  const add: Parts['add'] = (path, content, type) => {
    contents.set(path, encoded(content))
    if (type !== undefined) types.set(path, type)
    return path
  }
  return {
    add,
    next,
    relate: (from, relation, to) => {
      const own = relations.get(from) ?? []
      const found = own.findIndex(([kind, target]) => kind === relation && target === to)
      if (found >= 0) return `rId${found + 1}`
      relations.set(from, [...own, [relation, to]])
      return `rId${own.length + 1}`
    },
    media: (bytes, ending) => {
      const key = `${ending} ${Buffer.from(bytes).toString('base64')}`
      const path = known.get(key) ?? add(`ppt/media/image${next('image')}.${ending}`, bytes)
      known.set(key, path)
      return path
    },
    zip: () => {
      const rels = [...relations].map(([from, own]) => [relsPathOf(from), encoded(relationsXml(from, own))] as const)
      const all = [['[Content_Types].xml', encoded(contentTypesXml([...contents.keys()], types))] as const, ...rels, ...contents]
      const files: Zippable = Object.fromEntries(all.map(([path, bytes]) => [path, [bytes, { mtime: FIRST, level: /\.(png|xlsx)$/.test(path) ? 0 : 6 }]]))
      return zipSync(files)
    }
  }
}
