import type { FigureItem } from '#charts/panel-data.ts'
import type { Room } from '#charts/picture.ts'
import type { ScopeOf } from './figure-words.ts'
import { figure, type FigureSize } from './figure.ts'
import { inColour } from './in-colour.ts'
import { stacked, type Laid } from './laid.ts'
import { namedLine } from './named.ts'

export interface NamedFigure extends FigureItem {
  readonly label: string
  /** What stands small behind the name: what it covers, its period. */
  readonly smalls: readonly string[]
}

interface Setting {
  readonly size: FigureSize
  readonly width: number
  readonly scopeOf: ScopeOf
  /** Where both are of another colour than usual, as on a filled ground. */
  readonly colour?: string
}

/** A dot, the name, its period and its status, over the phrase. */
export function namedFigure(item: NamedFigure, { size, width, scopeOf, colour }: Setting, room: Room): Laid {
  const { observation, label, smalls } = item
  const line = { observation, label, words: smalls, printed: smalls.join('，'), dot: true, ...(colour === undefined ? {} : { colour }) }
  const phrase = figure(item, size, room, width)
  return stacked([namedLine(line, width, room, scopeOf), colour === undefined ? phrase : { ...phrase, shapes: inColour(phrase.shapes, colour) }], 3)
}
