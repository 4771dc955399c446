import { hasValue } from './panel-data.ts'
import type { Picture, PictureScene, Room, Shape, Span } from './picture.ts'
import { drawing } from './typeset/blocks.ts'
import { figureStrip } from './typeset/figures.ts'
import { flowed, moved, NOTHING, stacked, type Laid } from './typeset/laid.ts'
import { mapTermsText } from './typeset/map-line.ts'
import { place } from './typeset/place.ts'
import { stylesOf } from './typeset/styles.ts'
import { cut, line, paragraph, spansWidth } from './typeset/text.ts'
import { isTold } from './typeset/told.ts'
import type { RingsRow, UnitRingsModel, UnitRingsOptions } from './unit-rings.ts'
import { PICTURE } from '#tokens/sizes.ts'

const ROW = 44
const COLUMN = { least: 300, gap: 40 } as const
const MAP = 34
const GAP = 10
/** From ring to ring, its radius and its line, where there is room. */
const RING = { step: 20, radius: 6.6, line: 2.6 } as const

/** `5场`, or why there is none; nothing where it stands beside the picture. */
function valueOf({ observation, text }: RingsRow, unit: string, room: Room): Laid {
  const { quiet, value, small } = stylesOf(room)
  if (isTold(room, observation)) return NOTHING
  if (observation === null || !hasValue(observation)) return line(text, quiet, room.measure)
  const spans: Span[] = [
    { ...value, text },
    { ...small, font: 'sans', text: unit, gap: 2 }
  ]
  return { width: spansWidth(spans, room.measure), height: PICTURE.row, shapes: [{ kind: 'spans', x: 0, y: PICTURE.row * 0.84, spans }] }
}

/** Full for what is published or reported, hollow for demo. */
function ringsOf({ rings, demo }: RingsRow, step: number, { theme }: Room): Laid {
  const scale = step / RING.step
  const shapes = Array.from({ length: rings ?? 0 }, (_, index): Shape => ({
    kind: 'circle',
    x: RING.radius * scale + index * step,
    y: 0,
    radius: RING.radius * scale,
    stroke: theme.data,
    strokeWidth: Math.max(1, RING.line * scale),
    ...(demo ? {} : { fill: theme.data })
  }))
  return { width: (rings ?? 0) * step, height: 1, shapes }
}

/** Set over one middle line. */
const level = ({ shapes, height }: Laid, x: number): Shape => moved(shapes, x, (ROW - height) / 2)

interface Measures {
  readonly width: number
  /** Where the rings begin, and from ring to ring. */
  readonly from: number
  readonly step: number
}

function rowOf(row: RingsRow, { unit }: UnitRingsModel, { width, from, step }: Measures, room: Room): Laid {
  const { theme, measure } = room
  const { strong, body } = stylesOf(room)
  const style = row.selected ? { ...strong, fill: theme.accent } : { ...body, font: 'sans' as const }
  const map = row.locator === null ? [] : [level(place(row.locator, theme.data, MAP, room), 0)]
  const left = map.length === 0 ? 0 : MAP + GAP
  const name = line(cut(row.region.name, style, from - left - GAP, measure), style, measure)
  const value = valueOf(row, unit, room)
  const rings: Shape = moved(ringsOf(row, step, room).shapes, from, ROW / 2)
  const hair: Shape = { kind: 'line', x1: 0, y1: ROW, x2: width, y2: ROW, stroke: theme.line }
  return { width, height: ROW, shapes: [...map, level(name, left), rings, level(value, width - value.width), hair] }
}

/** All rows with the same measures: the longest name and the widest value say how much is left for rings. */
function measuresOf(model: UnitRingsModel, width: number, room: Room): Measures {
  const { strong } = stylesOf(room)
  const maps = model.rows.some(({ locator }) => locator !== null) ? MAP + GAP : 0
  const names = Math.max(...model.rows.map(({ region }) => room.measure(region.name, strong)))
  const values = Math.max(...model.rows.map((row) => valueOf(row, model.unit, room).width))
  const from = Math.min(width * 0.5, maps + names + 2 * GAP)
  return { width, from, step: Math.min(RING.step, (width - from - values - GAP) / Math.max(1, model.most)) }
}

function rowsOf(model: UnitRingsModel, room: Room): Laid {
  const columns = Math.max(1, Math.floor((room.width + COLUMN.gap) / (COLUMN.least + COLUMN.gap)))
  const width = (room.width - (columns - 1) * COLUMN.gap) / columns
  const measures = measuresOf(model, width, room)
  const lines = Array.from({ length: Math.ceil(model.rows.length / columns) }, (_, index) => model.rows.slice(index * columns, (index + 1) * columns))
  return stacked(
    lines.map((rows): Laid => {
      const shapes = rows.map((row, index) => moved(rowOf(row, model, measures, room).shapes, index * (width + COLUMN.gap), 0))
      return { width: room.width, height: ROW, shapes }
    })
  )
}

/** What a ring is, and what the small maps are. */
function keyOf({ ring, rows }: UnitRingsModel, { map }: PictureScene<unknown>, room: Room): Laid {
  const words = [ring, rows.some(({ locator }) => locator !== null) ? mapTermsText(map) : ''].filter((text) => text !== '')
  return flowed(
    words.map((text) => line(text, stylesOf(room).small, room.measure)),
    { width: room.width, gap: 20, lineGap: 4 }
  )
}

/** The totals, then a row of rings an area. */
export const picture: Picture<UnitRingsModel, UnitRingsOptions> = (model, room, scene) => {
  const totals = model.figures.length === 0 ? [] : drawing(figureStrip(model.figures, 'row', room, scene.scopeOf, 150), 2, 12)
  if (model.noValues !== null) return [...totals, ...drawing(paragraph(model.noValues, stylesOf(room).label, room.width, room.measure), 4, 8)]
  return [...totals, ...drawing(rowsOf(model, room)), ...drawing(keyOf(model, scene, room), 12, 0)]
}
