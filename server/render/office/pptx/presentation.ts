import { element, type Element } from '#server/render/element.ts'
import { PACKAGE_ROOT, type Parts } from '#server/render/office/parts.ts'
import { root } from '#server/render/office/xml.ts'
import type { Skeleton } from './master.ts'
import { emu, SLIDE } from './units.ts'

const ML = 'application/vnd.openxmlformats-officedocument.presentationml'
const PATH = 'ppt/presentation.xml'

export interface DeckFacts {
  readonly title: string
  readonly publisher: string
  readonly subject: string
  /** Of the release that it shows, ISO 8601: a deck is as old as its figures. */
  readonly made: string
}

const CORE = {
  'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:dcterms': 'http://purl.org/dc/terms/',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance'
}

function coreXml({ title, publisher, subject, made }: DeckFacts): Element {
  const moment = (tag: string): Element => element(tag, { 'xsi:type': 'dcterms:W3CDTF' }, [made.replace(/\.\d+/, '')])
  return element('cp:coreProperties', CORE, [
    element('dc:title', {}, [title]),
    element('dc:subject', {}, [subject]),
    element('dc:creator', {}, [publisher]),
    element('cp:lastModifiedBy', {}, [publisher]),
    element('cp:revision', {}, ['1']),
    moment('dcterms:created'),
    moment('dcterms:modified')
  ])
}

const appXml = (slides: number): Element =>
  element('Properties', { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' }, [
    element('Application', {}, ['Microsoft Office PowerPoint']),
    element('PresentationFormat', {}, ['宽屏']),
    element('Slides', {}, [String(slides)]),
    element('Notes', {}, [String(slides)]),
    element('AppVersion', {}, ['16.0000'])
  ])

function presentationXml(parts: Parts, { master, notesMaster }: Skeleton, slides: readonly string[]): Element {
  const listed = slides.map((path, index) => element('p:sldId', { id: 256 + index, 'r:id': parts.relate(PATH, 'slide', path) }))
  return root(
    'p:presentation',
    ['a', 'r', 'p'],
    [
      element('p:sldMasterIdLst', {}, [element('p:sldMasterId', { id: 2_147_483_648, 'r:id': parts.relate(PATH, 'master', master) })]),
      element('p:notesMasterIdLst', {}, [element('p:notesMasterId', { 'r:id': parts.relate(PATH, 'notesMaster', notesMaster) })]),
      element('p:sldIdLst', {}, listed),
      element('p:sldSz', { cx: emu(SLIDE.width), cy: emu(SLIDE.height) }),
      element('p:notesSz', { cx: 6_858_000, cy: 9_144_000 })
    ],
    { saveSubsetFonts: 1, autoCompressPictures: 0 }
  )
}

/** Binds all slides to one presentation. */
export function addPresentation(parts: Parts, skeleton: Skeleton, slides: readonly string[], facts: DeckFacts): void {
  parts.relate(PACKAGE_ROOT, 'document', PATH)
  parts.relate(PACKAGE_ROOT, 'core', parts.add('docProps/core.xml', coreXml(facts), 'application/vnd.openxmlformats-package.core-properties+xml'))
  parts.relate(
    PACKAGE_ROOT,
    'app',
    parts.add('docProps/app.xml', appXml(slides.length), 'application/vnd.openxmlformats-officedocument.extended-properties+xml')
  )
  parts.add(PATH, presentationXml(parts, skeleton, slides), `${ML}.presentation.main+xml`)
  parts.relate(PATH, 'theme', 'ppt/theme/theme1.xml')
  parts.relate(PATH, 'presProps', parts.add('ppt/presProps.xml', root('p:presentationPr', ['a', 'r', 'p'], []), `${ML}.presProps+xml`))
  parts.relate(PATH, 'viewProps', parts.add('ppt/viewProps.xml', root('p:viewPr', ['a', 'r', 'p'], []), `${ML}.viewProps+xml`))
  const styles = root('a:tblStyleLst', ['a'], [], { def: '{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}' })
  parts.relate(PATH, 'tableStyles', parts.add('ppt/tableStyles.xml', styles, `${ML}.tableStyles+xml`))
}
