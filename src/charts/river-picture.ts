import type { Block, Picture, PictureScene, Room, Shape } from './picture.ts'
import { bandsOf, type Flow } from './river-bands-picture.ts'
import { riverShape } from './river-geometry.ts'
import { branchLabels } from './river-labels-picture.ts'
import { demoWords } from './river-words.ts'
import type { RiverModel, RiverOptions } from './river.ts'
import { drawing, shapesBlock } from './typeset/blocks.ts'
import { moved, stacked, type Laid } from './typeset/laid.ts'
import { demoTag } from './typeset/marks.ts'
import { namedFigure } from './typeset/named-figure.ts'
import { scaledBox } from './typeset/scaled.ts'

/** From this width on the river runs across, and how large it then is in layout rem. */
const ACROSS = { from: 560, width: 70, height: 37.5, bare: 27 } as const
/** Where it runs down it has the letters' own rem. */
const DOWN = { height: 50, bare: 36 } as const
const INSET = 1.8
const BETWEEN = 13

const rule = (width: number, room: Room): Laid => ({
  width,
  height: 1,
  shapes: [{ kind: 'line', x1: 0, y1: 0.5, x2: width, y2: 0.5, stroke: room.theme.t3, opacity: 0.6 }]
})

/** The figures in the trunk, the first one larger. */
function heartOf({ river, shape, rem, course }: Flow, { scopeOf }: PictureScene<unknown>, room: Room): Shape {
  const box = scaledBox(shape.heart, rem)
  const width = box.width - 2 * INSET * rem
  const figures = river.figures.map((figure, index) =>
    namedFigure({ ...figure, smalls: [figure.span] }, { size: index === 0 ? 'kpi' : 'hero', width, scopeOf, colour: room.theme.t1 }, room)
  )
  const most = course === 'across' ? width : Math.max(0, ...figures.map((figure) => figure.width))
  const all = stacked(
    figures.flatMap((figure, index) => (index === 0 ? [figure] : [rule(most, room), figure])),
    BETWEEN
  )
  return moved(all.shapes, box.x + (box.width - most) / 2, box.y + (box.height - all.height) / 2)
}

function flowOf(river: RiverModel, region: string, room: Room): Flow & { readonly height: number } {
  const course = room.width >= ACROSS.from ? 'across' : 'down'
  const rem = course === 'across' ? room.width / ACROSS.width : room.rem
  const height = (course === 'across' ? ACROSS : DOWN)[river.sources.length + river.outlets.length === 0 ? 'bare' : 'height']
  return { river, region, course, rem, height: height * rem, shape: riverShape(river, { course, width: room.width / rem, height }) }
}

/** Which splits are demo, under the trunk. */
function tagOf({ river, shape, rem }: Flow, room: Room): Block[] {
  const words = demoWords(river)
  if (words === null) return []
  const tag = demoTag(words, room)
  const { x, width } = scaledBox(shape.heart, rem)
  return drawing({ ...tag, shapes: [moved(tag.shapes, x + (width - tag.width) / 2, 0)] }, 8)
}

/** One total as a river: where it comes from, and where it goes. */
export const picture: Picture<RiverModel, RiverOptions> = (river, room, scene) => {
  const flow = flowOf(river, scene.answer.region, room)
  return [shapesBlock(flow.height, [...bandsOf(flow, room), ...branchLabels(flow, room), heartOf(flow, scene, room)]), ...tagOf(flow, room)]
}
