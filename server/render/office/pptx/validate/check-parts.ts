import { posix } from 'node:path'
import { TYPES, type Fault, type Opened, type Relation, type Rule } from './opened.ts'
import { all, walk } from './xml-read.ts'

const fault = (rule: Rule, part: string, detail: string): Fault => ({ rule, part, detail })

/** What a part must be that is used in such a way. */
const EXPECTED: Readonly<Record<string, string>> = {
  slide: 'presentationml.slide+xml',
  slideLayout: 'presentationml.slideLayout+xml',
  slideMaster: 'presentationml.slideMaster+xml',
  notesSlide: 'presentationml.notesSlide+xml',
  notesMaster: 'presentationml.notesMaster+xml',
  theme: 'officedocument.theme+xml',
  chart: 'drawingml.chart+xml',
  package: 'spreadsheetml.sheet',
  presProps: 'presentationml.presProps+xml',
  viewProps: 'presentationml.viewProps+xml',
  tableStyles: 'presentationml.tableStyles+xml',
  worksheet: 'spreadsheetml.worksheet+xml',
  styles: 'spreadsheetml.styles+xml'
}

/** Each part has a kind of content, the one that its use asks for, and no kind is told of a part that is not there. */
export function checkContentTypes({ bytes, xml, relations }: Opened): Fault[] {
  const root = xml.get(TYPES)
  if (root === undefined) return [fault('content-type-missing', TYPES, 'not there')]
  const defaults = new Map(all(root, 'Default').map(({ attrs }) => [attrs.get('Extension')?.toLowerCase(), attrs.get('ContentType') ?? '']))
  const overrides = new Map(all(root, 'Override').map(({ attrs }) => [attrs.get('PartName') ?? '', attrs.get('ContentType') ?? '']))
  const typeOf = (path: string): string | undefined => overrides.get(`/${path}`) ?? defaults.get(posix.basename(path).replace(/^.*\./, '').toLowerCase())
  const untold = [...bytes.keys()].filter(
    (path) => path !== TYPES && (typeOf(path) === undefined || (typeOf(path) === 'application/xml' && path.endsWith('.xml')))
  )
  const wrong = relations.filter(({ type, target }) => {
    const [expected, told] = [EXPECTED[type], typeOf(target)]
    return expected !== undefined && told !== undefined && !told.endsWith(expected) && !untold.includes(target)
  })
  return [
    ...untold.map((path) => fault('content-type-missing', path, 'no kind of content')),
    ...wrong.map(({ target, type }) => fault('content-type-wrong', target, `a ${type} that is told to be ${typeOf(target)}`)),
    ...[...overrides.keys()].filter((name) => !bytes.has(name.slice(1))).map((name) => fault('content-type-without-part', name, 'no such part'))
  ]
}

const ABSOLUTE = /^(?:file:|[a-z]:[\\/]|\\\\)|\\/i

/** No path leads to a machine's own disk, and no entry out of the package. */
export function checkPaths({ bytes, relations }: Opened): Fault[] {
  return [
    ...[...bytes.keys()]
      .filter((path) => path.startsWith('/') || path.includes('..') || path.includes('\\'))
      .map((path) => fault('absolute-path', path, 'an entry outside')),
    ...relations.filter(({ target }) => ABSOLUTE.test(target)).map(({ from, target }) => fault('absolute-path', from, target))
  ]
}

const NAMING = /^r:(id|embed|link|pict|dm|lo|qs|cs)$/

/** Uses that a part must name; the others are told by the relationship alone. */
const NAMED = new Set(['image', 'chart', 'package', 'worksheet'])
const mustBeNamed = ({ from, type }: Relation): boolean =>
  NAMED.has(type) ||
  (from.endsWith('presentation.xml') && ['slide', 'slideMaster', 'notesMaster'].includes(type)) ||
  (from.includes('/slideMasters/') && type === 'slideLayout')

function reached({ relations }: Opened): Set<string> {
  const found = new Set([''])
  const queue = ['']
  for (let from = queue.pop(); from !== undefined; from = queue.pop())
    for (const relation of relations)
      if (relation.from === from && !relation.external && !found.has(relation.target)) {
        found.add(relation.target)
        queue.push(relation.target)
      }
  return found
}

/** Each relationship leads to a part and is named where it must be, each name is one of a relationship, each part is led to. */
export function checkRelations(opened: Opened): Fault[] {
  const { bytes, xml, relations } = opened
  const lost = relations
    .filter(({ target, external }) => !external && !bytes.has(target))
    .map(({ from, id, target }) => fault('relationship-without-target', from, `${id} to ${target}`))
  const twice = relations
    .filter(({ from, id }, index) => relations.findIndex((other) => other.from === from && other.id === id) !== index)
    .map(({ from, id }) => fault('relationship-twice', from, id))
  const names = [...xml].flatMap(([part, root]) =>
    part.endsWith('.rels')
      ? []
      : [...walk(root)].flatMap(({ tag, attrs }) => [...attrs].flatMap(([name, id]) => (NAMING.test(name) ? [{ part, tag, id }] : [])))
  )
  const known = new Set(relations.map(({ from, id }) => `${from} ${id}`))
  const named = new Set(names.map(({ part, id }) => `${part} ${id}`))
  const unknown = names
    .filter(({ part, id }) => !known.has(`${part} ${id}`))
    .map(({ part, tag, id }) => fault('relationship-unknown', part, `${tag} names ${id}`))
  const unused = relations
    .filter((relation) => mustBeNamed(relation) && !named.has(`${relation.from} ${relation.id}`))
    .map(({ from, id, target }) => fault('relationship-unused', from, `${id} to ${target}`))
  const led = reached(opened)
  const orphans = [...bytes.keys()]
    .filter((path) => path !== TYPES && !path.endsWith('.rels') && !led.has(path))
    .map((path) => fault('part-orphan', path, 'nothing leads to it'))
  return [...lost, ...twice, ...unknown, ...unused, ...orphans]
}

const begins = (bytes: Uint8Array, ...first: readonly number[]): boolean => first.every((byte, index) => bytes[index] === byte)

/** What a file is, by its first bytes; an svg by its root. */
function kindOf(path: string, bytes: Uint8Array, { xml }: Opened): string {
  if (begins(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return '.png'
  if (begins(bytes, 0xff, 0xd8, 0xff)) return '.jpeg'
  if (begins(bytes, 0x50, 0x4b, 0x03, 0x04)) return '.xlsx'
  return xml.get(path)?.tag === 'svg' ? '.svg' : '?'
}

/** Files beside the parts are what their names say. */
export const checkMedia = (opened: Opened): Fault[] =>
  [...opened.bytes].flatMap(([path, bytes]) => {
    if (!/^ppt\/(media|embeddings)\//.test(path)) return []
    const [named, kind] = [posix.extname(path).replace('.jpg', '.jpeg'), kindOf(path, bytes, opened)]
    return named === kind ? [] : [fault('media-type', path, `${kind} in a ${named}`)]
  })
