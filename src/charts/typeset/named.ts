import type { FigureItem } from '#charts/panel-data.ts'
import type { Room } from '#charts/picture.ts'
import { unsaid, type ScopeOf } from './figure-words.ts'
import { flowed, moved, type Laid } from './laid.ts'
import { statusMarks } from './marks.ts'
import { stylesOf } from './styles.ts'
import { paragraph } from './text.ts'

export interface Named extends Pick<FigureItem, 'observation'> {
  readonly label: string
  /** What it covers and when, each by itself. */
  readonly words: readonly string[]
  /** Where the scope may stand already. */
  readonly printed?: string
  readonly dot?: boolean
}

const DOT = 14

/** A name, what it covers, when and how sure it is: the line over a phrase. With `dot`, solid for published and hollow for demo. */
export function namedLine({ observation, label, words, printed = '', dot = false }: Named, width: number, room: Room, scopeOf: ScopeOf): Laid {
  const { theme, measure } = room
  const { label: style, small } = stylesOf(room)
  const indent = dot ? DOT : 0
  const marks = statusMarks(observation, room, unsaid(scopeOf, printed), width - indent)
  const texts = words.filter((word) => word !== '').map((word) => paragraph(word, { ...small, fill: theme.t3 }, width - indent, measure))
  const line = flowed([paragraph(label, style, width - indent, measure), ...texts, ...(marks.height === 0 ? [] : [marks])], {
    width: width - indent,
    gap: 7,
    lineGap: 1
  })
  if (!dot) return line
  const paint = observation.origin === 'demo' ? { stroke: theme.data, strokeWidth: 1.6 } : { fill: theme.data }
  const radius = observation.origin === 'demo' ? 3.4 : 4
  return {
    ...line,
    width: line.width + indent,
    shapes: [{ kind: 'circle', x: 4, y: style.size * 0.7, radius, ...paint }, moved(line.shapes, indent, 0)]
  }
}
