/** An element as it was read. Text between elements is kept where it is all there is. */
export interface XmlNode {
  readonly tag: string
  readonly attrs: ReadonlyMap<string, string>
  readonly children: readonly XmlNode[]
  readonly text: string
}

export class XmlError extends Error {
  readonly illegal: boolean
  constructor(message: string, illegal = false) {
    super(message)
    this.illegal = illegal
  }
}

const ILLEGAL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/u
const REFERENCE = /&(?:#x([0-9a-f]+)|#(\d+)|([A-Za-z]\w*));|&/gi
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function checked(text: string): string {
  if (ILLEGAL.test(text)) throw new XmlError('a character that XML has no way to write', true)
  return text
}

const decoded = (text: string): string =>
  text.replace(REFERENCE, (whole, hex?: string, decimal?: string, name?: string) => {
    if (hex !== undefined || decimal !== undefined) return checked(String.fromCodePoint(Number.parseInt(hex ?? decimal ?? '0', hex === undefined ? 10 : 16)))
    const known = name === undefined ? undefined : NAMED[name]
    if (known === undefined) throw new XmlError(`an unknown reference ${whole}`)
    return known
  })

const TOKEN = /<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<\/([\w:.-]+)\s*>|<([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+|</g
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

function attributesOf(text: string): Map<string, string> {
  const attrs = new Map<string, string>()
  for (const [, name = '', double, quoted] of text.matchAll(ATTRIBUTE)) {
    if (attrs.has(name)) throw new XmlError(`the attribute ${name} twice`)
    attrs.set(name, decoded(double ?? quoted ?? ''))
  }
  return attrs
}

interface Open {
  readonly tag: string
  readonly attrs: ReadonlyMap<string, string>
  readonly children: XmlNode[]
  text: string
}

const opened = (tag: string, attrs: ReadonlyMap<string, string> = new Map()): Open => ({ tag, attrs, children: [], text: '' })

function close(open: Open[], tag: string): void {
  const node = open.pop()
  if (node === undefined || node.tag !== tag || open.length === 0) throw new XmlError(`</${tag}> closes ${node?.tag === '' ? 'nothing' : node?.tag}`)
  open.at(-1)?.children.push(node)
}

/** @throws XmlError for what is not well formed. Document types are refused: none of Office's parts has one. */
export function readXml(given: string): XmlNode {
  const text = checked(given.replace(/^\uFEFF/, ''))
  const open: Open[] = [opened('')]
  for (const [token, closing, tag, attrs = '', selfClosing] of text.matchAll(TOKEN)) {
    const top = open.at(-1)
    if (token === '<') throw new XmlError('a < that begins nothing')
    if (closing !== undefined) close(open, closing)
    else if (tag !== undefined) {
      open.push(opened(tag, attributesOf(attrs)))
      if (selfClosing === '/') close(open, tag)
    } else if (top !== undefined && !token.startsWith('<')) top.text += decoded(token)
  }
  const [document] = open
  const [root, ...others] = document?.children ?? []
  if (open.length > 1) throw new XmlError(`<${open.at(-1)?.tag}> is never closed`)
  if (root === undefined || others.length > 0 || document?.text.trim() !== '') throw new XmlError('not one root element')
  return root
}

/** All elements below one, and itself, from top to bottom. */
export function* walk(node: XmlNode): Generator<XmlNode> {
  yield node
  for (const child of node.children) yield* walk(child)
}

export const all = (node: XmlNode, tag: string): XmlNode[] => [...walk(node)].filter((one) => one.tag === tag)

/** The first child of this name, then its first child of the next name. */
export const down = (node: XmlNode | undefined, ...tags: readonly string[]): XmlNode | undefined =>
  tags.reduce<XmlNode | undefined>((found, tag) => found?.children.find((child) => child.tag === tag), node)

export const valOf = (node: XmlNode | undefined): string | undefined => node?.attrs.get('val')
