import type { Theme } from '#tokens/themes.ts'
import type { SceneAnswer } from '#contract/endpoints.ts'
import type { PackInfo } from '#contract/pack.ts'
import { mapTermsText } from '#charts/typeset/map-line.ts'
import { addChart } from './charts/chart-frame.ts'
import { headOf } from './charts/chart-data.ts'
import type { NativeChart } from './charts/native-chart.ts'
import type { DeckPanel } from './deck-panel.ts'
import { columnsFor, putFigures } from './figure-cells.ts'
import { putFrame } from './frame.ts'
import { putMap, putRamp } from './map-shapes.ts'
import type { NativeBody, NativeFigure } from './native-body.ts'
import { notesOf } from './notes.ts'
import type { Slide } from './slide.ts'
import { isAtEase, layTable, pagesOf, putTable, type TableLayout } from './table-slide.ts'
import { FRAME, SIZE, type Box } from './units.ts'
import { drawnArea, vectorPicture, type Pens } from './vector-picture.ts'
import { lineCount } from './widths.ts'

export interface PanelContext {
  readonly answer: SceneAnswer
  readonly info: PackInfo
  readonly pens: Pens
  readonly theme: Theme
  readonly address: string
}

type Draw = (slide: Slide) => void

const GAP = 32

const left = (box: Box, share: number): Box => ({ ...box, width: box.width * share - GAP / 2 })
const right = (box: Box, share: number): Box => ({ ...box, x: box.x + box.width * share + GAP / 2, width: box.width * (1 - share) - GAP / 2 })
const below = (box: Box, height: number): Box => ({ ...box, y: box.y + height, height: box.height - height })

/** Lines of text under what they belong to; returns how much height they take. */
function putNotes(slide: Slide, notes: readonly string[], box: Box): number {
  if (notes.length === 0) return 0
  const { theme } = slide
  const height = notes.reduce((sum, text) => sum + lineCount(text, SIZE.label, box.width), 0) * SIZE.label * 1.35
  const paragraphs = notes.map((text) => ({ runs: [{ text, size: SIZE.label, colour: theme.t2 }], lines: 1.1 }))
  slide.text({ name: '说明', ...box, y: box.y + box.height - height, height, paragraphs })
  return height + 8
}

/** What a chart counts, over it, where there are two. */
function putChart(slide: Slide, { sheet }: DeckPanel, chart: NativeChart | undefined, box: Box, headed: boolean): void {
  if (chart === undefined) return
  const { theme } = slide
  if (headed)
    slide.text({ name: '图题', ...box, height: 24, paragraphs: [{ runs: [{ text: headOf(chart, 0), size: SIZE.label, colour: theme.t2, bold: true }] }] })
  addChart(slide, chart, sheet, headed ? below(box, 26) : box)
}

const STRIP = 112

/** Few rows stay near each other: bars as thick as a hand are not read better. */
function tallEnough({ charts: [chart] }: NativeBody, box: Box): Box {
  const most = chart?.kind === 'bar' ? chart.categories.length * 78 + 30 : box.height
  return { ...box, height: Math.min(box.height, most) }
}

function putCharts(slide: Slide, panel: DeckPanel, native: NativeBody, box: Box): void {
  if (native.charts.length < 2) return putChart(slide, panel, native.charts[0], tallEnough(native, box), false)
  const tall = tallEnough(native, box)
  putChart(slide, panel, native.charts[0], left(tall, 0.6), true)
  putChart(slide, panel, native.charts[1], right(tall, 0.6), true)
}

function putMapBody(slide: Slide, panel: DeckPanel, native: NativeBody, { info }: PanelContext): void {
  const { map } = native
  if (map === null) return
  const whole = native.charts.length === 0 ? FRAME.body : left(FRAME.body, 0.56)
  putMap(slide, map, { ...whole, height: whole.height - 40 })
  putRamp(slide, map, mapTermsText({ ...info.map }), { x: whole.x, y: whole.y + whole.height - 24, width: whole.width })
  putNotes(slide, native.notes, { ...whole, height: whole.height - 34 })
  if (native.charts.length > 0) putChart(slide, panel, native.charts[0], tallEnough(native, right(FRAME.body, 0.56)), true)
}

/** Figures alone have the slide for themselves: larger, and with what they count under them. */
function putFiguresAlone(slide: Slide, { sheet }: DeckPanel, native: NativeBody, { answer }: PanelContext): void {
  const { figures, notes } = native
  const few = figures.length <= 3
  const columns = columnsFor(figures.length, FRAME.body.width, few ? 380 : 250)
  const rows = Math.ceil(figures.length / columns)
  const height = Math.min(FRAME.body.height - 120, rows * (few ? 190 : 160))
  const top = { ...FRAME.body, y: FRAME.body.y + 24, height }
  putFigures(slide, figures, top, answer, few ? 84 : 66)
  const said = [...notes, ...sheet.definitions]
  if (said.length === 0) return
  const { theme } = slide
  const paragraphs = said.map((text, index) => ({
    runs: [{ text, size: SIZE.body, colour: index < notes.length ? theme.t1 : theme.t2 }],
    before: 4,
    lines: 1.15
  }))
  slide.text({ name: '口径', ...below(FRAME.body, height + 56), paragraphs })
}

function putNative(slide: Slide, panel: DeckPanel, native: NativeBody, context: PanelContext): void {
  if (native.map !== null && native.map.areas.length > 0) return putMapBody(slide, panel, native, context)
  if (native.charts.length === 0) return putFiguresAlone(slide, panel, native, context)
  const used = putNotes(slide, native.notes, FRAME.body)
  const free = { ...FRAME.body, height: FRAME.body.height - used }
  if (native.figures.length > 0) putFigures(slide, native.figures, { ...free, height: STRIP }, context.answer, SIZE.hero)
  putCharts(slide, panel, native, native.figures.length > 0 ? below(free, STRIP + 16) : free)
}

/** The published totals among what a panel shows: they stand large beside its picture. */
function leading({ sheet: { figures } }: DeckPanel, { root, regions }: SceneAnswer): NativeFigure[] {
  const children = new Set(regions.filter(({ parent }) => parent === root).map(({ code }) => code))
  const totals = figures.filter(({ observation: o }) => o.freq === '_Z' && o.breakdown === undefined && !children.has(o.refArea))
  return totals.map(({ observation, indicator }) => ({ observation, indicator, label: indicator.shortName ?? indicator.name }))
}

const PICTURE = 0.56
const MOST_BESIDE = 4
const CELL = 112

/** Totals over a picture that is wide, beside one that is not: wherever it becomes larger. */
function putBesideTotals(slide: Slide, { sheet, made }: DeckPanel, figures: readonly NativeFigure[], { pens, theme, answer }: PanelContext): void {
  if (made === null) return
  const [beside, under] = [left(FRAME.body, PICTURE), below(FRAME.body, figures.length === 0 ? 0 : STRIP + 16)]
  const over = figures.length === 0 || drawnArea(made, under, pens, theme) > drawnArea(made, beside, pens, theme)
  slide.put(vectorPicture(slide, sheet.title, made, over ? under : beside, pens))
  if (over) return putFigures(slide, figures, { ...FRAME.body, height: STRIP }, answer, SIZE.hero)
  const side = right(FRAME.body, PICTURE)
  figures.forEach((figure, index) => putFigures(slide, [figure], { ...side, y: side.y + index * (CELL + 8), height: CELL }, answer, SIZE.hero))
}

/** The picture with its table where that has room beside it, else with its totals, and the table goes on by itself. */
function pictureSlides(panel: DeckPanel, context: PanelContext): Draw[] {
  const { made, sheet, table } = panel
  if (made === null || drawnArea(made, FRAME.body, context.pens, context.theme) === 0) return []
  const side = right(FRAME.body, PICTURE)
  const figures = leading(panel, context.answer).slice(0, MOST_BESIDE)
  const single = figures.length > 0 && table.rows.length <= figures.length
  const layout = layTable(table, side)
  const beside = !single && table.rows.length > 0 && isAtEase(layout)
  const picture: Draw = (slide) => {
    if (!beside) return putBesideTotals(slide, panel, figures, context)
    slide.put(vectorPicture(slide, sheet.title, made, left(FRAME.body, PICTURE), context.pens))
    putTable(slide, saidOf(panel), layout, layout.table.rows, side)
  }
  return [picture, ...(beside || single ? [] : moreSlides(panel, context))]
}

const saidOf = ({ sheet, made }: DeckPanel): { readonly name: string; readonly words: string } => ({
  name: sheet.title,
  words: made?.summary ?? sheet.subtitle
})

/** More rows than anybody reads on slides. */
const MOST_PAGES = 3

/** Rows on slides of their own; of too many a chart, whose workbook has them all. */
function moreSlides(panel: DeckPanel, context: PanelContext): Draw[] {
  const layout: TableLayout = layTable(panel.table, FRAME.body)
  const chart = pagesOf(layout).length > MOST_PAGES ? panel.beside : null
  if (chart !== null && chart !== undefined) return [(slide) => putNative(slide, panel, chart, context)]
  return tableSlides(panel)
}

function tableSlides(panel: DeckPanel): Draw[] {
  const layout = layTable(panel.table, FRAME.body)
  return pagesOf(layout).map((rows) => (slide) => putTable(slide, saidOf(panel), layout, rows, FRAME.body))
}

function emptySlide({ sheet }: DeckPanel): Draw {
  return (slide) => {
    const { theme } = slide
    const lines = [
      { runs: [{ text: '本期无已发布数据', size: SIZE.heading, colour: theme.t1, bold: true }] },
      { runs: [{ text: `${sheet.title}尚未公布或报送`, size: SIZE.body, colour: theme.t2 }], before: 6 }
    ]
    slide.text({ name: '没有数据', ...FRAME.body, paragraphs: lines })
  }
}

/** Kinds that are words or rows: their table is all there is to draw. */
const TABLES: ReadonlySet<string> = new Set([
  'change-list',
  'definition-card',
  'league-head',
  'league-rules',
  'milestones',
  'programme-list',
  'results-list',
  'story-card',
  'sub-leagues'
])

function bodies(panel: DeckPanel, context: PanelContext): Draw[] {
  const { native, table, sheet } = panel
  if (native !== null) return [(slide) => putNative(slide, panel, native, context)]
  const drawn = TABLES.has(sheet.panel.kind) ? [] : pictureSlides(panel, context)
  if (drawn.length > 0) return drawn
  return table.rows.length === 0 ? [emptySlide(panel)] : tableSlides(panel)
}

/** A panel's slide, and those that its table goes on on. */
export function panelSlides(panel: DeckPanel, context: PanelContext): Draw[] {
  const { address } = context
  const { sheet, made } = panel
  const head = { sheet, place: sheet.place, scope: made?.scope ?? null }
  const all = bodies(panel, context)
  return all.map((draw, index) => (slide) => {
    putFrame(slide, head, all.length === 1 ? '' : `（${index + 1}/${all.length}）`)
    draw(slide)
    slide.notes(notesOf(panel, address))
  })
}
