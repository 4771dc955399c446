import type { FigureItem } from '#charts/panel-data.ts'
import type { Room } from '#charts/picture.ts'
import { unsaid, type ScopeOf } from './figure-words.ts'
import { flowed, moved, type Laid } from './laid.ts'
import { DOT_ROOM, statusDot, statusMarks } from './marks.ts'
import { stylesOf } from './styles.ts'
import { paragraph } from './text.ts'

export interface Named extends Pick<FigureItem, 'observation'> {
  readonly label: string
  /** What it covers and when, each by itself. */
  readonly words: readonly string[]
  /** Where the scope may stand already. */
  readonly printed?: string
  readonly dot?: boolean
  /** Where it is of another colour than usual, as on a filled ground. */
  readonly colour?: string
}

/** A name, what it covers, when and how sure it is: the line over a phrase. With `dot`, solid for published and hollow for demo. */
export function namedLine({ observation, label, words, printed = '', dot = false, colour }: Named, width: number, room: Room, scopeOf: ScopeOf): Laid {
  const { theme, measure } = room
  const { label: style, small } = stylesOf(room)
  const free = width - (dot ? DOT_ROOM : 0)
  const marks = statusMarks(observation, room, unsaid(scopeOf, printed), free)
  const texts = words.filter((word) => word !== '').map((word) => paragraph(word, { ...small, fill: colour ?? theme.t3 }, free, measure))
  const name = paragraph(label, { ...style, fill: colour ?? style.fill }, free, measure)
  const line = flowed([name, ...texts, ...(marks.height === 0 ? [] : [marks])], { width: free, gap: 7, lineGap: 1 })
  if (!dot) return line
  return {
    ...line,
    width: line.width + DOT_ROOM,
    shapes: [statusDot(observation, style.size * 0.7, colour ?? theme.data), moved(line.shapes, DOT_ROOM, 0)]
  }
}
