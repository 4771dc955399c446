import * as z from 'zod/mini'
import { model as figureList, type LabelledFigure } from './figure-list.ts'
import { figureOf, type FigureItem, type PanelData } from './panel-data.ts'
import { FIGURE_COLUMNS, figureRow, spoken, type PanelTable } from './panel-table.ts'

/** `centre` names the middle; each ring is a published count, one dot one place. */
export const options = z.object({
  centre: z.string(),
  rings: z.array(z.object({ indicator: z.string(), label: z.string(), own: z.int() })),
  figures: z.array(z.object({ indicator: z.string(), label: z.string() })),
  here: z.string()
})
export type RingsOptions = z.infer<typeof options>

export interface Dot {
  readonly x: number
  readonly y: number
  readonly own: boolean
}

export interface Ring extends FigureItem {
  readonly radius: number
  readonly dots: readonly Dot[]
  readonly dotRadius: number
  /** How many of the places are the pack's own. */
  readonly own: number
}

export interface RingsModel {
  readonly centre: string
  readonly here: string
  readonly rings: readonly Ring[]
  readonly figures: readonly LabelledFigure[]
  /** Half the angle of the wedge that marks the own places on the outermost ring. */
  readonly wedge: number
}

/** Places on a ring in the svg's own units (outer radius 100), the own ones centred on the west axis. */
function dotsOn(radius: number, count: number, own: number): Dot[] {
  if (count > MOST_DOTS) return []
  return Array.from({ length: count }, (_, index) => {
    const angle = Math.PI + ((index - (own - 1) / 2) / count) * 2 * Math.PI
    return { x: radius * Math.cos(angle), y: radius * Math.sin(angle), own: index < own }
  })
}

/** More could not be told apart, and a mistyped million would stop the page. */
const MOST_DOTS = 400
const RADII = [48, 76]
const DOTS = [3.3, 1.75]

export function model(data: PanelData<RingsOptions>): RingsModel {
  const rings = data.options.rings.flatMap(({ indicator, own }, index) => {
    const figure = figureOf(data, indicator)
    if (figure === null || figure.observation.obsValue === null) return []
    const radius = RADII[index] ?? 100
    return [{ ...figure, radius, own, dotRadius: DOTS[index] ?? 1.5, dots: dotsOn(radius, Number(figure.observation.obsValue), own) }]
  })
  const { items: figures } = figureList({ ...data, options: { items: data.options.figures } })
  const outer = rings.at(-1)
  const share = outer === undefined ? 0 : outer.own / Math.max(outer.own, Number(outer.observation.obsValue))
  return { centre: data.options.centre, here: data.options.here, rings, figures, wedge: Math.PI * share }
}

export const summary = ({ centre, figures }: RingsModel): string => `${centre}：${figures.map((figure) => spoken(figure.label, figure)).join('，')}`

export const table = ({ figures }: RingsModel): PanelTable => ({ columns: FIGURE_COLUMNS, rows: figures.map((figure) => figureRow(figure.label, figure)) })
