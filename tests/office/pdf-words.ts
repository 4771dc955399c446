import { execFileSync } from 'node:child_process'
import { overlap, type Area } from './blocks.ts'

export interface Word {
  readonly text: string
  /** In px of a slide of 1280 by 720, as wide as it is set and as high as its letters are. */
  readonly area: Area
}

const WIDE = 1280
const PAGE = /<page width="([\d.]+)" height="[\d.]+">([\s\S]*?)<\/page>/g
const WORD = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)<\/word>/g

/** A word's box is as high as its line: what of it letters have no part in, above and below. */
const ABOVE = 0.2
const BELOW = 0.2

function wordOf([, left, top, right, bottom, text = '']: RegExpMatchArray, scale: number): Word {
  const [y, height] = [Number(top) * scale, (Number(bottom) - Number(top)) * scale]
  return { text, area: { left: Number(left) * scale, top: y + height * ABOVE, right: Number(right) * scale, bottom: y + height * (1 - BELOW) } }
}

/** The words of each page of a PDF, and where they stand. */
export function wordsOf(pdf: string): Word[][] {
  const found = execFileSync('pdftotext', ['-bbox', pdf, '-'], { encoding: 'utf8', maxBuffer: 64e6 })
  return [...found.matchAll(PAGE)].map(([, width, words = '']) => [...words.matchAll(WORD)].map((word) => wordOf(word, WIDE / Number(width))))
}

/** Where a slide's foot begins, under its hairline. */
const FOOT = 632
const SLACK = 1.5
const NUMBER = /^\d+$/
const bare = (text: string): string => text.replaceAll(/\s/g, '')

/** Words that stand on each other, and words at the foot that are no part of it. `foot` is null on a page without one. */
export function wordFaults(words: readonly Word[], foot: string | null): string[] {
  const own = bare(foot ?? '')
  return words.flatMap((word, index) => [
    ...words.slice(index + 1).flatMap((other) => (overlap(word.area, other.area) > SLACK ? [`on each other: ${word.text} / ${other.text}`] : [])),
    ...(foot === null || word.area.bottom <= FOOT || NUMBER.test(word.text) || own.includes(bare(word.text)) ? [] : [`at the foot: ${word.text}`])
  ])
}

const FIGURE = /\d[\d,.–-]*\d/g

/** Figures and dates of a page's texts that no word on it has whole: a line broke within them. */
export const tornFigures = (words: readonly Word[], texts: readonly string[]): string[] =>
  texts.flatMap((text) => (text.match(FIGURE) ?? []).filter((figure) => !words.some((word) => word.text.includes(figure))).map((figure) => `torn: ${figure}`))
