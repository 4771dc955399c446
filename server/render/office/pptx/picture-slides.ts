import type { MadePicture } from '#charts/picture-kind.ts'
import type { SceneAnswer } from '#contract/endpoints.ts'
import { below, left, right } from './boxes.ts'
import type { DeckPanel } from './deck-panel.ts'
import { putFigures, STRIP } from './figure-cells.ts'
import type { NativeFigure } from './native-body.ts'
import type { Draw, PanelContext } from './panel-context.ts'
import { leaving, saidBy } from './picture-words.ts'
import { moreSlides, saidOf } from './rows-slides.ts'
import type { Slide } from './slide.ts'
import { isAtEase, layTable, pagesOf } from './table-layout.ts'
import { putTable } from './table-slide.ts'
import { FRAME, SIZE, type Box } from './units.ts'
import { drawnArea, vectorPicture } from './vector-picture.ts'

/** The published totals among what a panel shows: they stand large beside its picture. */
function leading({ sheet: { figures } }: DeckPanel, { root, regions }: SceneAnswer): NativeFigure[] {
  const children = new Set(regions.filter(({ parent }) => parent === root).map(({ code }) => code))
  const totals = figures.filter(({ observation: o }) => o.origin !== 'demo' && o.freq === '_Z' && o.breakdown === undefined && !children.has(o.refArea))
  return totals.map(({ observation, indicator }) => ({ observation, indicator, label: indicator.shortName ?? indicator.name }))
}

/** How much of a slide's width totals have at the side of a picture, and a picture at the side of its table. */
const SIDE = 0.3
const PICTURE = 0.56
const MOST_BESIDE = 4
/** A figure at the side is this high at most, and has so much between it and the next. */
const CELL = { height: 150, gap: 14 } as const
/** One that stands by itself is larger. */
const LONE = { height: 200, size: 112 } as const

interface Place {
  readonly picture: Box
  readonly figures: Box
  readonly over: boolean
}

/** Totals over a picture that is wide, at the left of one that is not: wherever the picture becomes larger. */
function placeOf(made: MadePicture, count: number, { pens, theme }: PanelContext): Place {
  if (count === 0) return { picture: FRAME.body, figures: FRAME.body, over: true }
  const [beside, under] = [right(FRAME.body, SIDE), below(FRAME.body, STRIP + 16)]
  const over = drawnArea(made, under, pens, theme) > drawnArea(made, beside, pens, theme) * (count <= 2 ? 2 : 1.1)
  return over ? { picture: under, figures: { ...FRAME.body, height: STRIP }, over } : { picture: beside, figures: left(FRAME.body, SIDE), over }
}

function putSide(slide: Slide, figures: readonly NativeFigure[], box: Box, answer: SceneAnswer): void {
  const [tallest, size] = figures.length === 1 ? [LONE.height, LONE.size] : [CELL.height, 72]
  const height = Math.min(tallest, (box.height - (figures.length - 1) * CELL.gap) / figures.length)
  const all = figures.length * (height + CELL.gap) - CELL.gap
  const top = box.y + (box.height - all) * 0.44
  figures.forEach((figure, index) => putFigures(slide, [figure], { ...box, y: top + index * (height + CELL.gap), height }, answer, size, tallest))
}

interface Beside {
  readonly made: MadePicture
  readonly figures: readonly NativeFigure[]
}

/** The picture without the totals, and those of them that it does not say all the same: none is said twice. */
function besideOf(whole: MadePicture, totals: readonly NativeFigure[], { pens, theme }: PanelContext): Beside {
  const made = leaving(whole, totals)
  const said = saidBy(made, totals, totals.length === 0 ? FRAME.body : right(FRAME.body, SIDE), pens, theme)
  return { made, figures: totals.filter((figure) => !said.includes(figure)) }
}

function putBesideTotals(slide: Slide, { sheet }: DeckPanel, { made, figures }: Beside, context: PanelContext): void {
  const { picture, figures: box, over } = placeOf(made, figures.length, context)
  if (over) putFigures(slide, figures, box, context.answer, SIZE.kpi)
  else putSide(slide, figures, box, context.answer)
  slide.put(vectorPicture(slide, sheet.title, made, picture, context.pens))
}

const PLACES = { picture: left(FRAME.body, PICTURE), table: right(FRAME.body, PICTURE) } as const

/** The picture without the figures that its table says; null where they have no room side by side, or both would say the same. */
function withTable(panel: DeckPanel, whole: MadePicture, { pens, theme }: PanelContext): Draw | null {
  const { sheet, table } = panel
  const layout = layTable(table, PLACES.table)
  const [page = []] = pagesOf(layout)
  const made = leaving(whole, sheet.figures)
  const published = sheet.figures.filter(({ observation: { origin } }) => origin !== 'demo')
  if (table.rows.length === 0 || !isAtEase(layout) || saidBy(made, published, PLACES.picture, pens, theme).length > 0) return null
  return (slide) => {
    slide.put(vectorPicture(slide, sheet.title, made, PLACES.picture, pens))
    putTable(slide, saidOf(panel), layout, page, PLACES.table, true)
  }
}

/** The picture with its table where that has room beside it, else with its totals, and the table goes on by itself. */
export function pictureSlides(panel: DeckPanel, context: PanelContext): Draw[] {
  const { made, table } = panel
  if (made === null || drawnArea(made, FRAME.body, context.pens, context.theme) === 0) return []
  const totals = leading(panel, context.answer).slice(0, MOST_BESIDE)
  const beside = besideOf(made, totals, context)
  const single = totals.length > 0 && table.rows.length <= beside.figures.length
  const picture: Draw = (slide) => putBesideTotals(slide, panel, beside, context)
  if (single) return [picture]
  const both = withTable(panel, made, context)
  return both === null ? [picture, ...moreSlides(panel, context)] : [both]
}
