import type { LeagueHeadModel, LeagueHeadOptions } from './league-head.ts'
import type { Picture, Room } from './picture.ts'
import { drawing } from './typeset/blocks.ts'
import { flowed, sideBySide, stacked, type Laid } from './typeset/laid.ts'
import { demoTag, scopeMark } from './typeset/marks.ts'
import { stylesOf } from './typeset/styles.ts'
import { line, paragraph } from './typeset/text.ts'

/** What stands in place of the line where there is no score. */
const NO_SCORE = '本期没有已发布或报送的得分'

/** Each item with its weight, and a plus before all but the first. */
function weights({ items }: LeagueHeadModel, room: Room): Laid {
  const { label } = stylesOf(room)
  const { theme, measure } = room
  const item = (text: string, weight: number, first: boolean): Laid =>
    sideBySide(
      [
        ...(first ? [] : [line('＋', { ...label, fill: theme.t3, line: 1.2 }, measure)]),
        line(text, { ...label, fill: theme.t1, line: 1.2 }, measure),
        line(`${weight}%`, { font: 'num', size: 24, weight: 600, fill: theme.t1, line: 1 }, measure)
      ],
      5
    )
  return flowed(
    items.map(({ label: text, weight }, index) => item(text, weight, index === 0)),
    { width: room.width, gap: 8, lineGap: 6 }
  )
}

/** The scene's title, what the score is made of, and whether ranks are hidden. */
export const picture: Picture<LeagueHeadModel, LeagueHeadOptions> = (model, room) => {
  const { display, line: under, hidden, full, items, demo } = model
  const { heading, label, small } = stylesOf(room)
  const marks = [...(hidden ? [scopeMark('名次已隐藏', room)] : []), ...(demo === null ? [] : [demoTag(demo, room)])]
  const said = stacked(
    [paragraph(display, { ...heading, size: 22 }, room.width, room.measure), paragraph(items.length === 0 ? NO_SCORE : under, label, room.width, room.measure)],
    2
  )
  const words = stacked([said, flowed(marks, { width: room.width, gap: 10, lineGap: 4 })], 9)
  if (items.length === 0) return drawing(words, 2, 4)
  const formula = [paragraph(`综合得分＝各项得分×权重之和，满分${full}`, small, room.width, room.measure), weights(model, room)]
  return drawing(stacked([words, stacked(formula, 4)], 16), 2, 4)
}
