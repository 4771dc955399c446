import { posix } from 'node:path'
import { unzipSync } from 'fflate'
import { readXml, XmlError, type XmlNode } from './xml-read.ts'

export const RULES = [
  'not-a-package',
  'not-well-formed',
  'illegal-character',
  'absolute-path',
  'content-type-missing',
  'content-type-wrong',
  'content-type-without-part',
  'relationship-without-target',
  'relationship-unknown',
  'relationship-unused',
  'relationship-twice',
  'part-orphan',
  'shape-id-twice',
  'slide-id-twice',
  'layout-id-twice',
  'axis-orphan',
  'element-order',
  'element-unknown',
  'element-missing',
  'attribute-unknown',
  'attribute-wrong',
  'sheet-name',
  'sheet-id-twice',
  'sheet-view',
  'cell-order',
  'cell-content',
  'cell-outside',
  'column-order',
  'style-unknown',
  'count-wrong',
  'defined-name',
  'filter-range',
  'workbook-missing',
  'workbook-differs',
  'notes-link',
  'media-type'
] as const

export type Rule = (typeof RULES)[number]

export interface Fault {
  readonly rule: Rule
  readonly part: string
  readonly detail: string
}

export interface Relation {
  readonly from: string
  readonly id: string
  readonly type: string
  /** A part's path; as it was written where it leads out of the package. */
  readonly target: string
  readonly external: boolean
}

/** A package as it was read, with what was wrong about reading it. */
export interface Opened {
  readonly bytes: ReadonlyMap<string, Uint8Array>
  readonly xml: ReadonlyMap<string, XmlNode>
  readonly relations: readonly Relation[]
  readonly faults: readonly Fault[]
}

const decoder = new TextDecoder()

export const TYPES = '[Content_Types].xml'

/** `ppt/slides/_rels/slide1.xml.rels` speaks for `ppt/slides/slide1.xml`. */
const sourceOf = (path: string): string => (path === '_rels/.rels' ? '' : posix.join(posix.dirname(posix.dirname(path)), posix.basename(path, '.rels')))

/** Targets are told from the source's folder, or from the package's root where they begin with a slash. */
const resolved = (from: string, target: string): string =>
  target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(from === '' ? 'x' : from), target)

function relationsIn(path: string, root: XmlNode): Relation[] {
  const from = sourceOf(path)
  return root.children.map(({ attrs }) => {
    const [target, external] = [attrs.get('Target') ?? '', attrs.get('TargetMode') === 'External']
    return { from, id: attrs.get('Id') ?? '', type: posix.basename(attrs.get('Type') ?? ''), target: external ? target : resolved(from, target), external }
  })
}

const isXml = (path: string): boolean => /\.(xml|rels|svg)$/.test(path)

function unzipped(bytes: Uint8Array): Map<string, Uint8Array> | null {
  try {
    return new Map(Object.entries(unzipSync(bytes)))
  } catch {
    return null
  }
}

/** Reads a package as far as it can be read. */
export function openPackage(zip: Uint8Array): Opened {
  const bytes = unzipped(zip)
  if (bytes === null) return { bytes: new Map(), xml: new Map(), relations: [], faults: [{ rule: 'not-a-package', part: '', detail: 'no zip file' }] }
  const faults: Fault[] = []
  const xml = new Map<string, XmlNode>()
  for (const [path, content] of bytes) {
    if (!isXml(path)) continue
    try {
      xml.set(path, readXml(decoder.decode(content)))
    } catch (error) {
      if (!(error instanceof XmlError)) throw error
      faults.push({ rule: error.illegal ? 'illegal-character' : 'not-well-formed', part: path, detail: error.message })
    }
  }
  const relations = [...xml].flatMap(([path, root]) => (path.endsWith('.rels') ? relationsIn(path, root) : []))
  return { bytes, xml, relations, faults }
}
