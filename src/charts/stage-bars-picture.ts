import type { Picture, Room, Shape } from './picture.ts'
import { stageRows, stageText, type StageBar, type StageBarsModel, type StageBarsOptions, type StageGap } from './stage-bars.ts'
import { bar } from './typeset/bar.ts'
import { drawing } from './typeset/blocks.ts'
import { figure } from './typeset/figure.ts'
import { moved, stacked, type Laid } from './typeset/laid.ts'
import { stylesOf } from './typeset/styles.ts'
import { line, paragraph } from './typeset/text.ts'

const ROW = 38
const BAR = 18
const GAP = 12

/** A number, or the whole phrase of one with a qualifier. */
const valueOf = (one: StageBar, room: Room): Laid =>
  one.observation.bound === 'exact'
    ? line(stageText(one), { font: 'num', size: 21, weight: 500, fill: room.theme.t1, line: 1.1 }, room.measure)
    : figure(one, 'line', room)

const besideOf = ({ rate, status }: StageBar, room: Room): Laid =>
  line(rate ?? status ?? '', { font: 'inline', size: 15, weight: 400, fill: room.theme.t3 }, room.measure)

interface Widths {
  readonly name: number
  readonly value: number
  readonly beside: number
}

/** As wide as the longest, for all alike: lanes of different lengths could not be compared. */
function widthsOf(model: StageBarsModel, room: Room): Widths {
  const { label } = stylesOf(room)
  const most = (widths: readonly number[]): number => Math.max(0, ...widths)
  return {
    name: Math.min(120, most(stageRows(model).map(({ name }) => room.measure(name, label)))),
    value: most(model.bars.map((one) => valueOf(one, room).width)),
    beside: most(model.bars.map((one) => besideOf(one, room).width))
  }
}

const nameOf = (name: string, { name: width }: Widths, room: Room): Shape => {
  const text = paragraph(name, { ...stylesOf(room).label, fill: room.theme.t1, line: 1.2 }, width + 0.5, room.measure)
  return moved(text.shapes, 0, (ROW - text.height) / 2)
}

function barRow(one: StageBar, widths: Widths, room: Room): Laid {
  const { theme } = room
  const from = widths.name + GAP
  const right = room.width - (widths.beside === 0 ? 0 : widths.beside + GAP)
  const lane = right - widths.value - GAP - from
  const [value, beside] = [valueOf(one, room), besideOf(one, room)]
  const mark = bar({ x: from, y: (ROW - BAR) / 2, width: one.share * lane, height: BAR, colour: theme.data, demo: one.observation.origin === 'demo' })
  const zero: Shape = { kind: 'line', x1: from, y1: (ROW - BAR) / 2 - 2, x2: from, y2: (ROW + BAR) / 2 + 2, stroke: theme.t2 }
  return {
    width: room.width,
    height: ROW,
    shapes: [
      nameOf(one.name, widths, room),
      ...mark,
      zero,
      moved(value.shapes, right - value.width, (ROW - value.height) / 2),
      moved(beside.shapes, room.width - beside.width, (ROW - beside.height) / 2)
    ]
  }
}

function gapRow({ name, text }: StageGap, widths: Widths, room: Room): Laid {
  const words = line(text, stylesOf(room).quiet, room.measure)
  return { width: room.width, height: ROW, shapes: [nameOf(name, widths, room), moved(words.shapes, widths.name + GAP, (ROW - words.height) / 2)] }
}

/** Stages in order of the process from a zero base; one without a value stands in its place and says why. */
export const picture: Picture<StageBarsModel, StageBarsOptions> = (model, room) => {
  const widths = widthsOf(model, room)
  return drawing(stacked(stageRows(model).map((row) => ('text' in row ? gapRow(row, widths, room) : barRow(row, widths, room)))), 2, 2)
}
