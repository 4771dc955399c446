import type { LeagueRule, LeagueRulesModel, LeagueRulesOptions } from './league-rules.ts'
import type { Picture, Room } from './picture.ts'
import { drawing } from './typeset/blocks.ts'
import { grid } from './typeset/grid.ts'
import { moved, stacked, type Laid } from './typeset/laid.ts'
import { stylesOf } from './typeset/styles.ts'
import { paragraph } from './typeset/text.ts'

const PAD = 9
const NO_RULES = '本期没有得分'

function rule({ title, lines }: LeagueRule, width: number, room: Room): Laid {
  const { strong, body } = stylesOf(room)
  const words = stacked(
    [paragraph(title, strong, width, room.measure), ...lines.map((text) => paragraph(text, { ...body, fill: room.theme.t2 }, width, room.measure))],
    2
  )
  return {
    width,
    height: PAD + words.height,
    shapes: [{ kind: 'line', x1: 0, y1: 0.5, x2: width, y2: 0.5, stroke: room.theme.line2 }, moved(words.shapes, 0, PAD)]
  }
}

/** The published method in words. Without a score there is no method in force. */
export const picture: Picture<LeagueRulesModel, LeagueRulesOptions> = ({ rules }, room) =>
  rules.length === 0
    ? drawing(paragraph(NO_RULES, stylesOf(room).body, room.width, room.measure), 8, 8)
    : drawing(
        grid(rules, (one, width) => rule(one, width, room), { least: 280, gap: 32, lineGap: 18 }, room),
        2,
        6
      )
