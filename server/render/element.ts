import { escaped } from '#server/markup.ts'

/** A piece of SVG, before it is written. */
export interface Element {
  readonly tag: string
  readonly attrs: Readonly<Record<string, string | number | undefined>>
  readonly children: readonly (Element | string)[]
}

export const element = (tag: string, attrs: Element['attrs'] = {}, children: Element['children'] = []): Element => ({ tag, attrs, children })

/** What XML 1.0 has no way to write: controls, half surrogates, and two that are no characters. */
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu

/** Text for between tags or within quotes: whatever a pack says stays text. */
export const escapeText = (text: string): string => escaped(text.replace(UNWRITABLE, ''))

/** A hundredth of a pixel is enough for any width. */
export const rounded = (value: number): number => Math.round(value * 100) / 100

const NAME = /^[A-Za-z][\w:.-]*$/

/** Opacities are small numbers: their thousandths count. */
const numberText = (name: string, value: number): string => String(name.endsWith('opacity') ? Math.round(value * 1e4) / 1e4 : rounded(value))

function writeAttribute(name: string, value: string | number): string {
  if (!NAME.test(name)) throw new Error(`no name of an attribute: ${name}`)
  return ` ${name}="${escapeText(typeof value === 'number' ? numberText(name, value) : value)}"`
}

/** @throws Error for a name that SVG could not have: names come from code and never from data. */
export function writeElement({ tag, attrs, children }: Element): string {
  if (!NAME.test(tag)) throw new Error(`no name of an element: ${tag}`)
  const written = Object.entries(attrs)
    .flatMap(([name, value]) => (value === undefined ? [] : [writeAttribute(name, value)]))
    .join('')
  if (children.length === 0) return `<${tag}${written}/>`
  return `<${tag}${written}>${children.map((child) => (typeof child === 'string' ? escapeText(child) : writeElement(child))).join('')}</${tag}>`
}
