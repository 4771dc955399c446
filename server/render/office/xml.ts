import { element, writeElement, type Element } from '#server/render/element.ts'

/** Where the names of each vocabulary come from. */
export const NAMESPACES = {
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  c: 'http://schemas.openxmlformats.org/drawingml/2006/chart',
  p: 'http://schemas.openxmlformats.org/presentationml/2006/main',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  asvg: 'http://schemas.microsoft.com/office/drawing/2016/SVG/main'
} as const

export type Prefix = keyof typeof NAMESPACES

const declared = (prefixes: readonly Prefix[]): Element['attrs'] => Object.fromEntries(prefixes.map((prefix) => [`xmlns:${prefix}`, NAMESPACES[prefix]]))

/** A part's root with the vocabularies that it uses. */
export const root = (tag: string, prefixes: readonly Prefix[], children: Element['children'], attrs: Element['attrs'] = {}): Element =>
  element(tag, { ...declared(prefixes), ...attrs }, children)

export const xmlText = (made: Element): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${writeElement(made)}`

/** `<c:idx val="3"/>`: how most of the vocabularies say one thing. */
export const val = (tag: string, value: string | number): Element => element(tag, { val: value })

/** Yes and no as a number: some readers know no other. */
export const flag = (tag: string, yes: boolean): Element => val(tag, yes ? 1 : 0)
