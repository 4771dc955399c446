import type { FigureItem } from '#charts/panel-data.ts'
import type { Room, Shape } from '#charts/picture.ts'
import { unsaid, type ScopeOf } from './figure-words.ts'
import { figure, type FigureSize } from './figure.ts'
import { inColour } from './in-colour.ts'
import { flowed, moved, stacked, type Laid } from './laid.ts'
import { statusMarks } from './marks.ts'
import { stylesOf } from './styles.ts'
import { line, paragraph } from './text.ts'

export interface NamedFigure extends FigureItem {
  readonly label: string
  /** What stands small behind the name: what it covers, its period. */
  readonly smalls: readonly string[]
}

const DOT = { radius: 4, room: 14 } as const

interface Setting {
  readonly size: FigureSize
  readonly width: number
  readonly scopeOf: ScopeOf
  /** Where both are of another colour than usual, as on a filled ground. */
  readonly colour?: string
}

/** Full for what is published, hollow for demo and forecasts. */
function dotOf({ observation: { origin, obsStatus } }: FigureItem, colour: string): Shape {
  const hollow = origin === 'demo' || obsStatus === 'F'
  return hollow
    ? { kind: 'circle', x: DOT.radius, y: 10.5, radius: DOT.radius - 0.9, stroke: colour, strokeWidth: 1.8 }
    : { kind: 'circle', x: DOT.radius, y: 10.5, radius: DOT.radius, fill: colour }
}

/** A dot, the name, its period and its status, over the phrase. */
export function namedFigure(item: NamedFigure, { size, width, scopeOf, colour }: Setting, room: Room): Laid {
  const { label, small } = stylesOf(room)
  const fill = colour === undefined ? {} : { fill: colour }
  const free = width - DOT.room
  const name = paragraph(item.label, { ...label, ...fill }, free, room.measure)
  const smalls = item.smalls.filter((text) => text !== '').map((text) => line(text, { ...small, ...fill }, room.measure))
  const marks = statusMarks(item.observation, room, unsaid(scopeOf, item.smalls.join('，')))
  const head = flowed([name, ...smalls, ...(marks.height === 0 ? [] : [marks])], { width: free, gap: 8, lineGap: 1 })
  const top: Laid = { ...head, width: head.width + DOT.room, shapes: [dotOf(item, colour ?? room.theme.data), moved(head.shapes, DOT.room, 0)] }
  const phrase = figure(item, size, room, width)
  return stacked([top, colour === undefined ? phrase : { ...phrase, shapes: inColour(phrase.shapes, colour) }], 3)
}
