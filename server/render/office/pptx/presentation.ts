import { element, type Element } from '#server/render/element.ts'
import { PACKAGE_ROOT, type Parts } from '#server/render/office/parts.ts'
import { addProperties, type FileFacts } from '#server/render/office/properties.ts'
import { root } from '#server/render/office/xml.ts'
import type { Skeleton } from './master.ts'
import { emu, SLIDE } from './units.ts'

const ML = 'application/vnd.openxmlformats-officedocument.presentationml'
const PATH = 'ppt/presentation.xml'

interface DeckFacts extends FileFacts {
  /** Of one, nothing is said. */
  readonly sections: readonly Section[]
}

const appOf = (slides: number): Element[] => [
  element('Application', {}, ['Microsoft Office PowerPoint']),
  element('PresentationFormat', {}, ['宽屏']),
  element('Slides', {}, [String(slides)]),
  element('Notes', {}, [String(slides)]),
  element('AppVersion', {}, ['16.0000'])
]

/** Slides that PowerPoint's sorter shows under one name; each follows the one before. */
export interface Section {
  readonly name: string
  readonly slides: number
}

/** Told apart by their places: the same deck has the same names for them. */
const guid = (index: number): string => `{5E3C7A10-0000-4000-8000-${(index + 1).toString(16).toUpperCase().padStart(12, '0')}}`

const POWERPOINT = 'http://schemas.microsoft.com/office/powerpoint/2010/main'

function sectionsXml(sections: readonly Section[]): Element[] {
  if (sections.length < 2) return []
  let next = FIRST_SLIDE
  const listed = sections.map(({ name, slides }, index) => {
    const ids = Array.from({ length: slides }, () => element('p14:sldId', { id: next++ }))
    return element('p14:section', { name, id: guid(index) }, [element('p14:sldIdLst', {}, ids)])
  })
  const list = element('p14:sectionLst', { 'xmlns:p14': POWERPOINT }, listed)
  return [element('p:extLst', {}, [element('p:ext', { uri: '{521415D9-36F7-43E2-AB2F-B90AF26B5E84}' }, [list])])]
}

const FIRST_SLIDE = 256

function presentationXml(parts: Parts, { master, notesMaster }: Skeleton, slides: readonly string[], sections: readonly Section[]): Element {
  const listed = slides.map((path, index) => element('p:sldId', { id: FIRST_SLIDE + index, 'r:id': parts.relate(PATH, 'slide', path) }))
  return root(
    'p:presentation',
    ['a', 'r', 'p'],
    [
      element('p:sldMasterIdLst', {}, [element('p:sldMasterId', { id: 2_147_483_648, 'r:id': parts.relate(PATH, 'master', master) })]),
      element('p:notesMasterIdLst', {}, [element('p:notesMasterId', { 'r:id': parts.relate(PATH, 'notesMaster', notesMaster) })]),
      element('p:sldIdLst', {}, listed),
      element('p:sldSz', { cx: emu(SLIDE.width), cy: emu(SLIDE.height) }),
      element('p:notesSz', { cx: 6_858_000, cy: 9_144_000 }),
      ...sectionsXml(sections)
    ],
    { saveSubsetFonts: 1, autoCompressPictures: 0 }
  )
}

/** Binds all slides to one presentation. */
export function addPresentation(parts: Parts, skeleton: Skeleton, slides: readonly string[], { sections, ...facts }: DeckFacts): void {
  parts.relate(PACKAGE_ROOT, 'document', PATH)
  addProperties(parts, facts, appOf(slides.length))
  parts.add(PATH, presentationXml(parts, skeleton, slides, sections), `${ML}.presentation.main+xml`)
  parts.relate(PATH, 'theme', 'ppt/theme/theme1.xml')
  parts.relate(PATH, 'presProps', parts.add('ppt/presProps.xml', root('p:presentationPr', ['a', 'r', 'p'], []), `${ML}.presProps+xml`))
  parts.relate(PATH, 'viewProps', parts.add('ppt/viewProps.xml', root('p:viewPr', ['a', 'r', 'p'], []), `${ML}.viewProps+xml`))
  const styles = root('a:tblStyleLst', ['a'], [], { def: '{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}' })
  parts.relate(PATH, 'tableStyles', parts.add('ppt/tableStyles.xml', styles, `${ML}.tableStyles+xml`))
}
