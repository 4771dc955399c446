import { periodText } from '#format/period.ts'
import { PICTURE } from '#tokens/sizes.ts'
import type { Picture, Room, Shape } from './picture.ts'
import type { AheadPlace } from './skyline-labels.ts'
import { layout } from './skyline-layout.ts'
import { option } from './skyline-option.ts'
import { caption } from './skyline-words.ts'
import type { SkylineModel, SkylineOptions } from './skyline.ts'
import { drawing } from './typeset/blocks.ts'
import { figure } from './typeset/figure.ts'
import { moved, sideBySide, stacked, type Laid } from './typeset/laid.ts'
import { statusMarks } from './typeset/marks.ts'
import { stylesOf } from './typeset/styles.ts'
import { line, paragraph } from './typeset/text.ts'

/** The panel beneath is not there; where the picture is narrow columns stand in several rows. */
const wayIn = ({ width }: Room) => ({ leaders: false, rows: width < WIDE }) as const
const WIDE = 640
/** What a row of columns takes. */
const ROW = { wide: 230, narrow: 190 } as const

/** The line that every place is beyond, named over its right end with its period. */
function floorWords({ floor }: SkylineModel, room: Room): Laid {
  if (floor === null) return { shapes: [], width: 0, height: 0 }
  return stacked([line(periodText(floor.observation.timePeriod), stylesOf(room).small, room.measure), figure(floor, 'line', room, 92)])
}

/** Over its column: the place, the phrase, that it is no result yet, and the year. */
function aheadWords({ place, name }: AheadPlace, room: Room): Laid | null {
  const { forecast } = place.column
  if (forecast === null) return null
  const words = { ...stylesOf(room).small, font: 'sans', fill: room.theme.accent } as const
  return sideBySide(
    [
      line(name, words, room.measure),
      figure(forecast, 'line', room),
      statusMarks(forecast.observation, room),
      line(periodText(forecast.observation.timePeriod), words, room.measure)
    ],
    4
  )
}

function over(model: SkylineModel, room: Room, height: number): Shape[] {
  const rows = layout(model, { width: room.width, height, rem: room.rem, ...wayIn(room) })
  const [floorY, words] = [rows[0]?.floor ?? null, floorWords(model, room)]
  const aheads = rows
    .flatMap((row) => row.aheads)
    .flatMap((at) => {
      const laid = aheadWords(at, room)
      return laid === null ? [] : [moved(laid.shapes, Math.max(0, Math.min(at.from, room.width - laid.width)), at.y - laid.height)]
    })
  return [...(floorY === null || words.height === 0 ? [] : [moved(words.shapes, room.width - words.width, floorY - words.height - 2)]), ...aheads]
}

/** A column a place over the line that all are beyond; published phrases stand as words where the chart has its lines. */
export const picture: Picture<SkylineModel, SkylineOptions> = (model, room) => {
  const row = room.width >= 500 ? ROW.wide : ROW.narrow
  const rows = layout(model, { width: room.width, height: 4000, rem: room.rem, ...wayIn(room) }).length
  const height = rows * row
  return [
    ...drawing(paragraph(caption(model), { ...stylesOf(room).small, size: PICTURE.min }, room.width, room.measure), 0, 6),
    { kind: 'chart', height, option: (ctx) => option(model, { ...ctx, ...wayIn(room) }), over: over(model, room, height) }
  ]
}
