import type { FigureItem } from '#charts/panel-data.ts'
import type { Room } from '#charts/picture.ts'
import { isSaid, type Scoped } from '#format/wider-scope.ts'
import { PICTURE } from '#tokens/sizes.ts'
import { figure, type FigureSize } from './figure.ts'
import { flowed, stacked, type Laid } from './laid.ts'
import { statusMarks } from './marks.ts'
import { stylesOf } from './styles.ts'
import { paragraph } from './text.ts'
import { isTold } from './told.ts'

export type ScopeOf = (figure: Scoped) => string | null

/** Without a scope that stands beside the figure anyhow. */
export const unsaid =
  (scopeOf: ScopeOf, printed: string): ScopeOf =>
  (of) => {
    const word = scopeOf(of)
    return word === null || isSaid(word, printed) ? null : word
  }

interface Words {
  readonly item: FigureItem
  readonly size: FigureSize
  readonly scopeOf: ScopeOf
  /** Under the phrase, broken as it is. */
  readonly note: string
  readonly width: number
}

/** How far a mark beside a phrase is over the lower edge of its number's line. */
const RAISED = 6

/** A phrase with its status, and the lines under it; the lines alone where the phrase stands elsewhere. */
export function figureWords({ item, size, scopeOf, note, width }: Words, room: Room): Laid {
  const style = { ...stylesOf(room).quiet, size: PICTURE.body, line: 1.5 }
  const lines = paragraph(note, style, width, room.measure)
  if (isTold(room, item.observation)) return lines
  const marks = statusMarks(item.observation, room, unsaid(scopeOf, note))
  const beside = marks.height === 0 ? [] : [{ ...marks, height: marks.height + RAISED }]
  const phrase = flowed([figure(item, size, room, width), ...beside], { width, gap: 10, lineGap: 4 })
  return stacked([phrase, lines], 4)
}
