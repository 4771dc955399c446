import { building, hallTop, hallWords, plaque, type Built } from './hall-building-picture.ts'
import { hallGeometry } from './hall-geometry.ts'
import { hallGrid } from './hall-grid-picture.ts'
import { hallLegend } from './hall-marks-picture.ts'
import { contentOf } from './hall-shapes.ts'
import { bricksLine, namesLine } from './hall-words.ts'
import type { HallModel, HallOptions } from './hall.ts'
import { labelOf } from './panel-data.ts'
import { periodCell } from './panel-table.ts'
import type { Block, Picture, PictureScene, Room } from './picture.ts'
import { drawing, shapesBlock } from './typeset/blocks.ts'
import { figureStrip } from './typeset/figures.ts'
import { flowed, moved, stacked, type Laid } from './typeset/laid.ts'
import { demoTag } from './typeset/marks.ts'
import { stylesOf } from './typeset/styles.ts'
import { paragraph } from './typeset/text.ts'

/** From this width on the hall is drawn with its words; of what size it then is in layout rem. */
const HALL = { from: 560, width: 64, height: 50 } as const
/** What the dots on the ridge take. */
const ON_RIDGE = 2.6

/** The published figures; those on the roof stand there where it is drawn with its words. */
function figuresOf({ figures, roof }: HallModel, wide: boolean, { scopeOf }: PictureScene<unknown>, room: Room): Laid {
  const above = wide ? figures.filter(({ indicator }) => roof.every((group) => group.indicator.id !== indicator.id)) : figures
  const items = above.map((figure) => ({ ...figure, label: labelOf(figure.indicator), period: periodCell(figure.observation) }))
  return items.length === 0 ? stacked([]) : figureStrip(items, 'row', room, scopeOf, 140)
}

/** What the marks mean, which columns have a name, and what is demo; of bricks only where they are drawn. */
function footOf(hall: HallModel, room: Room, grid: boolean): Laid {
  const { bricks, columns, demo, noProgress } = hall
  const say = (text: string): Laid => paragraph(text, stylesOf(room).quiet, room.width, room.measure)
  const tag = demo === 'none' ? [] : [demoTag(demo === 'all' ? '分县落实为演示' : '分县落实部分为演示', room)]
  const legend = flowed(
    [hallLegend(hall, room), ...tag].filter(({ height }) => height > 0),
    { width: room.width, gap: 24, lineGap: 6 }
  )
  return stacked([legend, say(bricks === null || grid ? '' : bricksLine(bricks)), say(namesLine(columns)), say(noProgress ?? '')], 6)
}

function builtOf(hall: HallModel, region: string, room: Room): Built {
  // The words under the base have a block of their own.
  const content = { ...contentOf(hall), words: [] }
  return { hall, region, rem: room.width / HALL.width, geometry: hallGeometry({ width: HALL.width, height: HALL.height }, content) }
}

/** From what stands on its ridge to what is written under its base. */
function hallBlock(built: Built, wide: boolean, scene: PictureScene<unknown>, room: Room): Block {
  const { geometry, rem } = built
  const top = wide ? hallTop(built, scene, room) : (geometry.ridge.y - ON_RIDGE) * rem
  const words = wide ? hallWords(built, scene, room) : plaque(built, room)
  return shapesBlock(geometry.foot.y * rem - top, [moved([...building(built, room), ...words], 0, -top)])
}

/** The hall with what stands at each crossing; without the width for its words a table of the crossings or, where there are none, the hall alone. */
export const picture: Picture<HallModel, HallOptions> = (hall, room, scene) => {
  const { region } = scene.answer
  const wide = room.width >= HALL.from
  const grid = !wide && hall.rows.length > 0
  const figures = drawing(figuresOf(hall, wide, scene, room), 0, 20)
  const body = grid ? drawing(hallGrid(hall, region, room)) : [hallBlock(builtOf(hall, region, room), wide, scene, room)]
  return [...figures, ...body, ...drawing(footOf(hall, room, grid), 10)]
}
