import type { Picture, Room, Shape } from './picture.ts'
import { drawing } from './typeset/blocks.ts'
import { emblem } from './typeset/emblem.ts'
import { NOTHING, type Laid } from './typeset/laid.ts'
import type { YearRingsModel, YearRingsOptions } from './year-rings.ts'

const SIZE = 170
/** Half of the rings' own units, with the outermost line. */
const HALF = 52
const DASH = [5, 2.8]

function ringsOf({ rings, observation }: YearRingsModel, { theme }: Room): Laid {
  if (rings.length === 0) return NOTHING
  const circles = rings.map(({ radius, width, newest }): Shape => ({
    kind: 'circle',
    x: 0,
    y: 0,
    radius,
    stroke: newest ? theme.accent : theme.data,
    strokeWidth: width,
    ...(observation.origin === 'demo' ? { dash: DASH } : {})
  }))
  return { width: SIZE, height: SIZE, shapes: [{ kind: 'group', x: SIZE / 2, y: SIZE / 2, scale: SIZE / 2 / HALF, shapes: circles }] }
}

/** The phrase, and a ring for each of its years. */
export const picture: Picture<YearRingsModel, YearRingsOptions> = (model, room, { scopeOf }) =>
  drawing(emblem({ item: model, scopeOf, note: model.note, drawing: () => ringsOf(model, room) }, room), 10, 10)
