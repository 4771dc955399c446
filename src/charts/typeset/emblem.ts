import type { FigureItem } from '#charts/panel-data.ts'
import type { Room } from '#charts/picture.ts'
import { beside } from './beside.ts'
import { figureWords, type ScopeOf } from './figure-words.ts'
import { moved, type Laid } from './laid.ts'
import { isTold } from './told.ts'

interface Emblem {
  readonly item: FigureItem
  readonly scopeOf: ScopeOf
  readonly note: string
  /** Within so much width. */
  readonly drawing: (width: number) => Laid
}

const GAP = { across: 28, down: 18 } as const

/** A phrase with what it is counted out in beside it; where the phrase stands elsewhere, the drawing over what else there is to say. */
export function emblem({ item, scopeOf, note, drawing }: Emblem, room: Room): Laid {
  const words = figureWords({ item, size: 'kpi', scopeOf, note, width: room.width }, room)
  if (!isTold(room, item.observation)) return beside(words, drawing(room.width - words.width - GAP.across), room)
  const drawn = drawing(room.width)
  const width = Math.max(drawn.width, words.width)
  const shapes = [moved(drawn.shapes, (width - drawn.width) / 2, 0), moved(words.shapes, (width - words.width) / 2, drawn.height + GAP.down)]
  const height = drawn.height + (words.height === 0 ? 0 : GAP.down + words.height)
  return { width: room.width, height, shapes: [moved(shapes, (room.width - width) / 2, 0)] }
}
