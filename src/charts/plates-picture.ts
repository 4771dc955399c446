import { TYPE } from '#tokens/sizes.ts'
import type { Block, Picture, Room } from './picture.ts'
import { option } from './plates-option.ts'
import type { PlatesModel, PlatesOptions } from './plates.ts'
import { drawing } from './typeset/blocks.ts'
import { flowed, moved, type Laid } from './typeset/laid.ts'
import { mapTerms } from './typeset/map-line.ts'
import { demoTag } from './typeset/marks.ts'
import { stylesOf } from './typeset/styles.ts'
import { line } from './typeset/text.ts'
import { isTold } from './typeset/told.ts'

/** A ring and what one of them is. */
function keyItem(text: string, radius: number, stroke: string, room: Room): Laid {
  const words = line(text, stylesOf(room).small, room.measure)
  const inset = 2 * radius + 8
  return {
    ...words,
    width: inset + words.width,
    shapes: [{ kind: 'circle', x: radius + 1, y: words.height / 2 + 0.5, radius, stroke, strokeWidth: 1.8 }, moved(words.shapes, inset, 0)]
  }
}

function legend({ labels, demo, noValues }: PlatesModel, room: Room, terms: Laid): Laid {
  const { theme, measure } = room
  const parts = [
    ...(noValues === null
      ? [keyItem(labels.inner, 6, theme.data, room), keyItem(labels.rim, 4, theme.t3, room)]
      : [line(noValues, stylesOf(room).label, measure)]),
    ...(demo === null ? [] : [demoTag(demo, room)]),
    terms
  ]
  return flowed(parts, { width: room.width, gap: 18, lineGap: 4 })
}

/** Names without their numbers, where those stand beside the map. */
const withoutTold = ({ plates, ...model }: PlatesModel, room: Room): PlatesModel => ({
  ...model,
  plates: plates.map((plate) => (isTold(room, plate.inner.observation) ? { ...plate, inner: { ...plate.inner, text: '' } } : plate))
})

const SHARE = 0.66
const LEAST = 340

/** A plate an area on the map, and what its rings are. */
export const picture: Picture<PlatesModel, PlatesOptions> = (model, room, scene) => {
  const { region } = scene.answer
  const selected = model.plates.some((plate) => plate.region.code === region) ? region : undefined
  const rings = scene.options.fit.column.rings
  const fit = { top: 1, bottom: 1.5, width: room.width / room.rem - 2, ...(rings === undefined ? {} : { rings }) }
  const map: Block[] =
    model.areas.length === 0
      ? []
      : [
          {
            kind: 'chart',
            height: Math.max(LEAST, room.width * SHARE),
            option: (ctx) => option(withoutTold(model, room), { ...ctx, fit, leastLabel: TYPE.min / TYPE.county, selected })
          }
        ]
  return [...map, ...drawing(legend(model, room, mapTerms(scene, room)), 8)]
}
