import type { Measure, Shape } from '#charts/picture.ts'
import { moved, stacked, type Laid } from './laid.ts'
import { line, unitsOf, type TextStyle } from './text.ts'

/** Words, or something set already, such as a phrase, that is never broken. */
export type RichPiece = { readonly text: string } | { readonly laid: Laid }

interface Token {
  readonly piece: RichPiece
  readonly width: number
}

/** What may not begin a line goes with what is before it. */
const STAYS = /^[，。；：、！？）》」』”’％%)\].,;:!?\s]/

const tokensOf = (pieces: readonly RichPiece[], style: TextStyle, measure: Measure): Token[] =>
  pieces.flatMap((piece): Token[] =>
    'laid' in piece ? [{ piece, width: piece.laid.width + 2 * SIDE }] : unitsOf(piece.text).map((text) => ({ piece: { text }, width: measure(text, style) }))
  )

/** Free on both sides of what is set in a line. */
const SIDE = 2

const stays = ({ piece }: Token): boolean => 'text' in piece && STAYS.test(piece.text)

/** Tokens that no line may part. */
function groupsOf(tokens: readonly Token[]): Token[][] {
  const groups: Token[][] = []
  for (const token of tokens) {
    const last = groups.at(-1)
    if (last !== undefined && stays(token)) last.push(token)
    else groups.push([token])
  }
  return groups
}

const widthOf = (tokens: readonly Token[]): number => tokens.reduce((sum, { width }) => sum + width, 0)

function linesOf(groups: readonly (readonly Token[])[], width: number): Token[][] {
  const lines: Token[][] = []
  for (const group of groups) {
    const last = lines.at(-1)
    if (last === undefined || widthOf(last) + widthOf(group) > width) lines.push([...group])
    else last.push(...group)
  }
  return lines
}

/** Words that follow each other become one text. */
function runsOf(tokens: readonly Token[]): RichPiece[] {
  const runs: RichPiece[] = []
  for (const { piece } of tokens) {
    const last = runs.at(-1)
    if (last !== undefined && 'text' in last && 'text' in piece) runs[runs.length - 1] = { text: last.text + piece.text }
    else runs.push(piece)
  }
  return runs
}

/** How far the baseline of a phrase is over its lower edge, and that of a text over the lower edge of its line. */
const UNDER = { laid: 0.18, text: 0.35 } as const

function setLine(tokens: readonly Token[], style: TextStyle, measure: Measure): Laid {
  const runs = runsOf(tokens)
  const height = style.size * (style.line ?? 1.4)
  const tall = Math.max(height, ...runs.map((run) => ('laid' in run ? run.laid.height * (1 - UNDER.laid) + height * 0.25 : 0)))
  const base = tall - height * 0.25
  let x = 0
  const shapes = runs.flatMap((run, index): Shape[] => {
    if ('laid' in run) {
      const own = moved(run.laid.shapes, x + (index === 0 ? 0 : SIDE), base - run.laid.height * (1 - UNDER.laid))
      x += run.laid.width + (index === 0 ? SIDE : 2 * SIDE)
      return [own]
    }
    const text = index === 0 ? run.text.trimStart() : run.text
    const own = line(text.trimEnd(), style, measure)
    const group = moved(own.shapes, x, base - own.height + style.size * UNDER.text)
    x += measure(text, style)
    return own.height === 0 ? [] : [group]
  })
  return { shapes, width: x, height: tall }
}

/** Words with phrases among them, in lines no wider than `width`. */
export const rich = (pieces: readonly RichPiece[], style: TextStyle, width: number, measure: Measure): Laid =>
  stacked(linesOf(groupsOf(tokensOf(pieces, style, measure)), width).map((tokens) => setLine(tokens, style, measure)))
