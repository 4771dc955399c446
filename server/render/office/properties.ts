import { element, type Element } from '#server/render/element.ts'
import { PACKAGE_ROOT, type Parts } from './parts.ts'

/** What a file says of itself where it lies among others. */
export interface FileFacts {
  readonly title: string
  readonly publisher: string
  readonly subject: string
  /** Of the release that it shows, ISO 8601: a file is as old as its figures. */
  readonly made: string
}

const CORE = {
  'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:dcterms': 'http://purl.org/dc/terms/',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance'
}

function coreXml({ title, publisher, subject, made }: FileFacts): Element {
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

const appXml = (facts: readonly Element[]): Element =>
  element('Properties', { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' }, facts)

/** Title, publisher and age of a package, and in `app` what its program says of it: nothing of whoever made it, or where. */
export function addProperties(parts: Parts, facts: FileFacts, app: readonly Element[]): void {
  parts.relate(PACKAGE_ROOT, 'core', parts.add('docProps/core.xml', coreXml(facts), 'application/vnd.openxmlformats-package.core-properties+xml'))
  parts.relate(PACKAGE_ROOT, 'app', parts.add('docProps/app.xml', appXml(app), 'application/vnd.openxmlformats-officedocument.extended-properties+xml'))
}
