import { readFile } from 'node:fs/promises'
import subsetFont from 'subset-font'
import { recentlyUsed } from '#server/recently-used.ts'
import type { Canvas } from './canvas.ts'
import { element, type Element } from './element.ts'
import type { FaceFile } from './faces.ts'

const kept = recentlyUsed<Promise<Buffer>>(400)
const sources = recentlyUsed<Promise<Buffer>>(32)

function sourceOf(path: string): Promise<Buffer> {
  const source = sources.get(path) ?? readFile(path)
  sources.set(path, source)
  return source
}

/** Only these characters, in the form that browsers take. The same ones are cut once. */
function subsetOf({ path }: FaceFile, text: string): Promise<Buffer> {
  const key = `${path} ${text}`
  const known = kept.get(key)
  if (known !== undefined) return known
  const made = sourceOf(path).then((font) => subsetFont(font, text, { targetFormat: 'woff2', keepFeatures: ['kern'], noLayoutClosure: true, noHinting: true }))
  kept.set(key, made)
  made.catch(() => kept.delete(key))
  return made
}

const byPath = (a: readonly [FaceFile, unknown], b: readonly [FaceFile, unknown]): number => (a[0].path < b[0].path ? -1 : 1)

const inOrder = (characters: ReadonlySet<string>): string => [...characters].toSorted((a, b) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0)).join('')

const rangeOf = (text: string): string => Array.from(text, (character) => `U+${(character.codePointAt(0) ?? 0).toString(16)}`).join(',')

async function rule([face, characters]: readonly [FaceFile, ReadonlySet<string>]): Promise<string> {
  const text = inOrder(characters)
  const data = (await subsetOf(face, text)).toString('base64')
  const range = face.rare ? `unicode-range:${rangeOf(text)};` : ''
  return `@font-face{font-family:'${face.family}';font-weight:${face.weight};${range}src:url(data:font/woff2;base64,${data}) format('woff2')}`
}

/** The letters of a picture, in the picture: it looks the same where none of its fonts is installed. */
export async function withFonts({ svg, canvas }: { readonly svg: Element; readonly canvas: Canvas }): Promise<Element> {
  const rules = await Promise.all([...canvas.used].toSorted(byPath).map(rule))
  return { ...svg, children: [element('style', {}, [rules.join('')]), ...svg.children] }
}
