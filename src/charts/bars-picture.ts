import { option } from './bars-option.ts'
import type { BarsModel, BarsOptions } from './bars.ts'
import { locatorMap } from './locator-map.ts'
import type { Block, ChartBlock, Picture, PictureScene, Room, Shape } from './picture.ts'
import { drawing } from './typeset/blocks.ts'
import { figureRow } from './typeset/figures.ts'
import { moved } from './typeset/laid.ts'
import { mapTerms } from './typeset/map-line.ts'
import { stylesOf } from './typeset/styles.ts'
import { paragraph } from './typeset/text.ts'

const ROW = 38
const LEAST_ROW = 30
const HEADS = 24

/** Beside bars of areas there is a map of them, where the picture is at least 600 wide. */
const MAP = { from: 550, share: 0.36, gap: 28, least: 232 } as const

/** How the areas compare, and that their map is a schematic. */
function mapOf({ rows, min, max }: BarsModel, width: number, height: number, room: Room, scene: PictureScene<BarsOptions>): readonly Shape[] {
  const areas = rows.map(({ key, name, value, look }) => ({
    code: key,
    name,
    share: value === null ? null : max === min ? 0.5 : (value - lowest(rows)) / Math.max(1e-9, max - lowest(rows)),
    demo: look === 'demo'
  }))
  const terms = mapTerms(scene, room)
  const map = locatorMap(areas, scene.boundaries, { width, height: height - terms.height - 6 }, room)
  return map.length === 0 ? [] : [...map, moved(terms.shapes, width - terms.width, height - terms.height)]
}

const lowest = (rows: BarsModel['rows']): number => Math.min(...rows.flatMap(({ value }) => value ?? []))

function chart(model: BarsModel, room: Room, scene: PictureScene<BarsOptions>): ChartBlock {
  const { rows, secondLabel } = model
  const plain = rows.length * (rows.length > 8 ? LEAST_ROW : ROW) + (secondLabel === null ? 0 : HEADS)
  const base: ChartBlock = { kind: 'chart', height: plain, option: (ctx) => option(model, ctx) }
  if (room.width < MAP.from || scene.options.by !== undefined || rows.length < 3) return base
  const [width, height] = [room.width * MAP.share, Math.max(plain, MAP.least)]
  const map = mapOf(model, width, height, room, scene)
  return map.length === 0 ? base : { ...base, height, right: width + MAP.gap, over: [moved(map, room.width - width, 0)] }
}

/** Totals, then bars as tall as their rows ask for; those of areas with a small map of them. */
export const picture: Picture<BarsModel, BarsOptions> = (model, room, scene) => {
  const { small, body } = stylesOf(room)
  const words: Block[] = [
    ...drawing(figureRow(model.figures, room, scene.scopeOf, model.even), 0, 10),
    ...(model.note === null ? [] : drawing(paragraph(model.note, small, room.width, room.measure), 0, 10))
  ]
  return [...words, ...(model.rows.length === 0 ? drawing(paragraph(model.noRows, body, room.width, room.measure)) : [chart(model, room, scene)])]
}
