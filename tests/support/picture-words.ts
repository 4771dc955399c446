import type { Letterer } from '#server/render/lettering.ts'
import type { Element } from '#server/render/element.ts'
import { roughly } from './picture-shapes.ts'

const FACE = { family: 'Noto Sans SC', weight: 400, path: '', rare: false, ascent: 880, descent: 120, advances: new Map<number, number>() }

/** Letters without fonts: for what a picture says, not for how it looks. */
export const roughLetterer: Letterer = { measure: roughly, runs: (text) => [{ text, face: FACE }], drawable: (text) => text }

const lettersOf = (node: Element | string): string => (typeof node === 'string' ? node : node.children.map(lettersOf).join(''))

/** Every text that a picture shows, drawn by a chart or not, without blanks. Not what is only read out. */
export function shownIn(node: Element | string): readonly string[] {
  if (typeof node === 'string' || ['title', 'desc', 'defs'].includes(node.tag) || node.attrs['aria-hidden'] === 'true') return []
  return node.tag === 'text' ? [lettersOf(node).replaceAll(/\s/g, '')] : node.children.flatMap(shownIn)
}

/** What a picture says to those who do not see it, without blanks. */
export const wordsOf = ({ children }: Element): string =>
  children.flatMap((child) => (typeof child !== 'string' && child.tag === 'desc' ? [lettersOf(child).replaceAll(/\s/g, '')] : [])).join('')
