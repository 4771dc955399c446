import type { DeckPanel } from './deck-panel.ts'
import { namesOnSlide, putList } from './list-slide.ts'
import { putNative } from './native-slide.ts'
import type { Draw, PanelContext } from './panel-context.ts'
import { layTable, pagesOf, telling } from './table-layout.ts'
import { putTable } from './table-slide.ts'
import { layTimeline, putTimeline } from './timeline-slide.ts'
import { FRAME } from './units.ts'

export const saidOf = ({ sheet, made }: DeckPanel): { readonly name: string; readonly words: string } => ({
  name: sheet.title,
  words: made?.summary ?? sheet.subtitle
})

const tableSlides = (panel: DeckPanel): Draw[] => {
  const layout = layTable(panel.table, FRAME.body)
  return pagesOf(layout).map((page) => (slide) => putTable(slide, saidOf(panel), layout, page, FRAME.body))
}

/** Names alone are a list, dated events a line, anything else a table on as many slides as it takes. */
export function rowsSlides(panel: DeckPanel): Draw[] {
  const table = telling(panel.table)
  const names = table.columns.length === 1 ? table.rows.map(([name = '']) => name) : []
  if (names.length > 0 && names.length <= namesOnSlide(FRAME.body)) return [(slide) => putList(slide, saidOf(panel), names, FRAME.body)]
  const line = panel.sheet.panel.kind === 'milestones' ? layTimeline(table, FRAME.body) : null
  return line === null ? tableSlides(panel) : [(slide) => putTimeline(slide, line, FRAME.body)]
}

/** More rows than anybody reads on slides. */
const MOST_PAGES = 3

/** Rows on slides of their own; of too many a chart, whose workbook has them all. */
export function moreSlides(panel: DeckPanel, context: PanelContext): Draw[] {
  const chart = pagesOf(layTable(panel.table, FRAME.body)).length > MOST_PAGES ? panel.beside : null
  return chart === null ? rowsSlides(panel) : [(slide) => putNative(slide, panel, chart, context)]
}
