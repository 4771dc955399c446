/** The characters that each face has to draw: family and weight to text. */
export type TextByFace = ReadonlyMap<string, ReadonlyMap<number, string>>

export interface Face {
  readonly family: string
  readonly weight: number
  /** As CSS writes it: `U+20-7e, U+b7`. Empty: every character. */
  readonly range: string
}

const unquoted = (family: string): string => family.trim().replaceAll(/^["']|["']$/g, '')

/** What stands in an element, by the families and the weight it is set in. */
export function textByFace(root: Element): TextByFace {
  const faces = new Map<string, Map<number, string>>()
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  while (walker.nextNode() !== null) {
    const { parentElement, nodeValue } = walker.currentNode
    if (parentElement === null || nodeValue === null || nodeValue.trim() === '') continue
    const { fontFamily, fontWeight } = getComputedStyle(parentElement)
    for (const family of fontFamily.split(',').map(unquoted)) {
      const weights = faces.get(family) ?? new Map<number, string>()
      weights.set(Number(fontWeight), (weights.get(Number(fontWeight)) ?? '') + nodeValue)
      faces.set(family, weights)
    }
  }
  return faces
}

/** The first character of a text that is in a unicode-range and leaves ink. */
export function coveredBy(range: string, text: string): string | undefined {
  const spans = (range.trim() === '' ? 'U+0-10ffff' : range).split(',').map((span) => {
    const [from = '', to = from] = span.trim().replace(/^U\+/i, '').split('-')
    return [Number.parseInt(from.replaceAll('?', '0'), 16), Number.parseInt(to.replaceAll('?', 'f'), 16)] as const
  })
  const inSpan = (point: number): boolean => spans.some(([from, to]) => point >= from && point <= to)
  return [...new Set(text)].find((character) => character.trim() !== '' && inSpan(character.codePointAt(0) ?? 0))
}

const nearest = (weights: readonly number[], wanted: number): number => weights.toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0] ?? wanted

/** Of all faces those that a text is drawn with, each with a character that it draws; a weight that a family lacks is drawn with the nearest. */
export function usedFaces<F extends Face>(faces: readonly F[], texts: TextByFace): (F & { readonly sample: string })[] {
  return faces.flatMap((face) => {
    const weights = [...new Set(faces.filter(({ family }) => family === face.family).map(({ weight }) => weight))]
    const own = [...(texts.get(face.family) ?? [])].filter(([wanted]) => nearest(weights, wanted) === face.weight)
    const sample = coveredBy(face.range, own.map(([, text]) => text).join(''))
    return sample === undefined ? [] : [{ ...face, sample }]
  })
}

interface FileFace extends Face {
  readonly url: string
}

const isFontFace = (rule: CSSRule): rule is CSSFontFaceRule => rule instanceof CSSFontFaceRule

function fileFace({ style, parentStyleSheet }: CSSFontFaceRule): FileFace[] {
  const [, path] = /url\(["']?([^"')]+)/.exec(style.getPropertyValue('src')) ?? []
  if (path === undefined) return []
  const url = new URL(path, parentStyleSheet?.href ?? location.href).href
  const weight = Number.parseInt(style.getPropertyValue('font-weight'), 10) || 400
  return [{ family: unquoted(style.getPropertyValue('font-family')), weight, range: style.getPropertyValue('unicode-range'), url }]
}

const toDataUrl = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? reader.result : ''))
    reader.addEventListener('error', () => reject(reader.error ?? new Error('unreadable')))
    reader.readAsDataURL(blob)
  })

async function embedded({ family, weight, range, url }: FileFace): Promise<string> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url}: HTTP ${response.status}`)
  const data = await toDataUrl(await response.blob())
  return `@font-face{font-family:"${family}";font-weight:${weight};src:url(${data}) format("woff2");${range === '' ? '' : `unicode-range:${range}`}}`
}

export interface EmbeddedFonts {
  readonly cssText: string
  /** Each face with a character that it draws. */
  readonly faces: readonly (Face & { readonly sample: string })[]
}

/** Style rules that carry the files of the faces which an element is drawn with: a picture of it sees no other. @throws Error without one of them. */
export async function embeddedFonts(root: Element): Promise<EmbeddedFonts> {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).filter(isFontFace)
  const faces = usedFaces(rules.flatMap(fileFace), textByFace(root))
  return { cssText: (await Promise.all(faces.map(embedded))).join('\n'), faces }
}
