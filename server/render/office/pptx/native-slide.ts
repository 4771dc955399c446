import { mapTermsText } from '#charts/typeset/map-line.ts'
import { below, left, right } from './boxes.ts'
import { addChart } from './charts/chart-frame.ts'
import { headOf } from './charts/chart-data.ts'
import type { NativeChart } from './charts/native-chart.ts'
import type { DeckPanel } from './deck-panel.ts'
import { putFigureBlock } from './figure-block.ts'
import { putFigures, STRIP } from './figure-cells.ts'
import { putMap, putRamp, RAMP } from './map-shapes.ts'
import type { NativeBody } from './native-body.ts'
import type { PanelContext } from './panel-context.ts'
import type { Slide } from './slide.ts'
import type { Paragraph } from './text.ts'
import { FRAME, SIZE, type Box } from './units.ts'
import { heightIn } from './widths.ts'

/** Lines of text that belong to what stands over them; drawn after it, so that they are read after it. */
interface Laid {
  readonly paragraphs: readonly Paragraph[]
  readonly height: number
}

const NOTE_SIZES = [SIZE.label, 14, 12, 11, 10] as const
const MOST_NOTES = 150

function laidNotes(slide: Slide, notes: readonly string[], width: number): Laid {
  const sized = NOTE_SIZES.map((size) => notes.map((text): Paragraph => ({ runs: [{ text, size, colour: slide.theme.t2 }], before: 2 })))
  const paragraphs = sized.find((one) => heightIn(one, width) <= MOST_NOTES) ?? sized.at(-1) ?? []
  return { paragraphs, height: notes.length === 0 ? 0 : heightIn(paragraphs, width) + 4 }
}

function putNotes(slide: Slide, { paragraphs, height }: Laid, box: Box): void {
  if (paragraphs.length > 0) slide.text({ name: '说明', ...box, y: box.y + box.height - height, height, paragraphs })
}

const HEAD = 30

/** What a chart counts, over it, where there are two. */
function putChart(slide: Slide, { sheet }: DeckPanel, chart: NativeChart | undefined, box: Box, headed: boolean): void {
  if (chart === undefined) return
  const { theme } = slide
  if (headed)
    slide.text({ name: '图题', ...box, height: HEAD - 4, paragraphs: [{ runs: [{ text: headOf(chart, 0), size: SIZE.body, colour: theme.t2, bold: true }] }] })
  addChart(slide, chart, sheet, headed ? below(box, HEAD) : box)
}

/** Few rows stay near each other: bars as thick as a hand are not read better. */
function tallEnough({ charts: [chart] }: NativeBody, box: Box): Box {
  const most = chart?.kind === 'bar' ? chart.categories.length * 96 + 40 : box.height
  return { ...box, height: Math.min(box.height, most) }
}

function putCharts(slide: Slide, panel: DeckPanel, native: NativeBody, box: Box): void {
  if (native.charts.length < 2) return putChart(slide, panel, native.charts[0], tallEnough(native, box), false)
  const tall = tallEnough(native, box)
  putChart(slide, panel, native.charts[0], left(tall, 0.6), true)
  putChart(slide, panel, native.charts[1], right(tall, 0.6), true)
}

function putMapBody(slide: Slide, panel: DeckPanel, native: NativeBody, { answer, info }: PanelContext): void {
  const { map } = native
  if (map === null) return
  const whole = native.charts.length === 0 ? FRAME.body : left(FRAME.body, 0.56)
  const notes = laidNotes(slide, native.notes, whole.width)
  const free = whole.height - RAMP - notes.height
  putMap(slide, map, { ...whole, height: free - 14 }, answer.region)
  putNotes(slide, notes, { ...whole, height: free + notes.height })
  putRamp(slide, map, mapTermsText({ ...info.map }), { x: whole.x, y: whole.y + whole.height - RAMP, width: whole.width })
  if (native.charts.length > 0) putChart(slide, panel, native.charts[0], tallEnough(native, right(FRAME.body, 0.56)), true)
}

/** What of a panel Office draws by itself: a map with its bars, figures alone or over charts, and what goes with them. */
export function putNative(slide: Slide, panel: DeckPanel, native: NativeBody, context: PanelContext): void {
  const { figures, charts, notes } = native
  const { answer } = context
  if (native.map !== null && native.map.areas.length > 0) return putMapBody(slide, panel, native, context)
  if (charts.length === 0) return putFigureBlock(slide, { figures, notes, definitions: panel.sheet.definitions, answer }, FRAME.body)
  const laid = laidNotes(slide, notes, FRAME.body.width)
  const free = { ...FRAME.body, height: FRAME.body.height - laid.height - (laid.height === 0 ? 0 : 8) }
  if (figures.length > 0) putFigures(slide, figures, { ...free, height: STRIP }, answer, SIZE.kpi)
  putCharts(slide, panel, native, figures.length > 0 ? below(free, STRIP + 16) : free)
  putNotes(slide, laid, FRAME.body)
}
