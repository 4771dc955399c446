import type { Lettering, Measure, Shape, Span, TextShape } from '#charts/picture.ts'
import { NOTHING, type Laid } from './laid.ts'

/** What may not begin a line, and what may not end one. */
const CLOSING = /^[，。；：、！？）》」』”’％%)\].,;:!?]/
const OPENING = /[（《「『“‘([]$/
/** Letters and digits of one word, or one character of Chinese. */
const WORD = /[A-Za-z0-9.,:/%+\-–·]+|\s+|./gsu

/** A number and what it counts stay together. */
const COUNTED = /\d$/
const MEASURE = /^[\p{Script=Han}%％]/u

const startsLine = (word: string, before: string): boolean => !CLOSING.test(word) && !OPENING.test(before) && !(COUNTED.test(before) && MEASURE.test(word))

/** The least pieces that a line can be broken between. */
export function unitsOf(text: string): string[] {
  const units: string[] = []
  for (const [word] of text.matchAll(WORD)) {
    const last = units.at(-1)
    if (last !== undefined && !startsLine(word, last)) units[units.length - 1] = last + word
    else units.push(word)
  }
  return units
}

/** The lines of a text no wider than `width`; what is wider by itself has a line to itself. Line breaks of the text stay. */
export function wrap(text: string, lettering: Lettering, width: number, measure: Measure): string[] {
  return text.split('\n').flatMap((part) => {
    const lines: string[] = []
    let line = ''
    for (const unit of unitsOf(part)) {
      if (line !== '' && measure((line + unit).trimEnd(), lettering) > width) {
        lines.push(line.trimEnd())
        line = unit.trimStart()
      } else line += unit
    }
    return [...lines, line.trimEnd()]
  })
}

/** The same number of lines, as even as can be: no line of one character under a full one. */
export function wrapEvenly(text: string, lettering: Lettering, width: number, measure: Measure): string[] {
  const full = wrap(text, lettering, width, measure)
  const [least, step] = [width / Math.max(1, full.length), lettering.size / 2]
  for (let narrow = least; narrow < width; narrow += step) {
    const lines = wrap(text, lettering, narrow, measure)
    if (lines.length === full.length && lines.every((line) => measure(line, lettering) <= width)) return lines
  }
  return full
}

/** The text, or as much of its beginning as there is room for with an ellipsis. */
export function cut(text: string, lettering: Lettering, width: number, measure: Measure): string {
  if (measure(text, lettering) <= width) return text
  const characters = Array.from(text)
  while (characters.length > 1 && measure(`${characters.join('')}…`, lettering) > width) characters.pop()
  return `${characters.join('')}…`
}

export const spansWidth = (spans: readonly Span[], measure: Measure): number => spans.reduce((sum, span) => sum + (span.gap ?? 0) + measure(span.text, span), 0)

/** From the upper edge of a line to its baseline, and the height of a line, in parts of the size. */
export const LINE = 1.4
const BASELINE = 1.05

export interface TextStyle extends Lettering {
  readonly fill: string
  readonly align?: TextShape['align']
  /** The height of a line in parts of the size. */
  readonly line?: number
  /** Lines of a title are as even as can be. */
  readonly even?: boolean
}

const baselineOf = ({ size, line = LINE }: TextStyle): number => size * (BASELINE + (line - LINE) / 2)

function shape(text: string, style: TextStyle, x: number, y: number): TextShape {
  const { font, size, weight, fill, align = 'start' } = style
  return { kind: 'text', text, x, y, font, size, weight, fill, align }
}

/** One line of text. */
export function line(text: string, style: TextStyle, measure: Measure): Laid {
  const width = measure(text, style)
  return text === '' ? NOTHING : { width, height: style.size * (style.line ?? LINE), shapes: [shape(text, { ...style, align: 'start' }, 0, baselineOf(style))] }
}

/** A text in lines no wider than `width`, aligned within it; with `most`, no more lines than that, and an ellipsis. */
export function paragraph(text: string, style: TextStyle, width: number, measure: Measure, most = Infinity): Laid {
  if (text === '') return NOTHING
  const all = (style.even === true ? wrapEvenly : wrap)(text, style, width, measure)
  const lines = all.length <= most ? all : [...all.slice(0, most - 1), cut(all.slice(most - 1).join(''), style, width, measure)]
  const pitch = style.size * (style.line ?? LINE)
  const x = style.align === 'end' ? width : style.align === 'middle' ? width / 2 : 0
  const shapes: Shape[] = lines.map((words, index) => shape(words, style, x, index * pitch + baselineOf(style)))
  const widest = Math.max(...lines.map((words) => measure(words, style)))
  return { shapes, width: style.align === undefined || style.align === 'start' ? widest : width, height: lines.length * pitch }
}
