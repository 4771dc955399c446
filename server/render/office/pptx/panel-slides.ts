import type { DeckPanel } from './deck-panel.ts'
import { putFoot, putHead } from './frame.ts'
import { putNative } from './native-slide.ts'
import { notesOf } from './notes.ts'
import type { Draw, PanelContext } from './panel-context.ts'
import { pictureSlides } from './picture-slides.ts'
import { rowsSlides } from './rows-slides.ts'
import { FRAME, SIZE } from './units.ts'

function emptySlide({ sheet }: DeckPanel): Draw {
  return (slide) => {
    const { theme } = slide
    const lines = [
      { runs: [{ text: '本期无已发布数据', size: SIZE.row, colour: theme.t1, bold: true }] },
      { runs: [{ text: `${sheet.title}尚未公布或报送`, size: SIZE.heading, colour: theme.t2 }], before: 8 }
    ]
    slide.text({ name: '没有数据', ...FRAME.body, height: FRAME.body.height * 0.9, anchor: 'ctr', paragraphs: lines })
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
  return table.rows.length === 0 ? [emptySlide(panel)] : rowsSlides(panel)
}

/** A panel's slide, and those that its table goes on on. What is on them is in the order that it is read in. */
export function panelSlides(panel: DeckPanel, context: PanelContext): Draw[] {
  const { address, names } = context
  const { sheet, made } = panel
  const head = { sheet, place: sheet.place, scope: made?.scope ?? null, name: names.get(panel) ?? '' }
  const all = bodies(panel, context)
  return all.map((draw, index) => (slide) => {
    putHead(slide, head, all.length === 1 ? '' : `（${index + 1}/${all.length}）`)
    draw(slide)
    putFoot(slide, [sheet.source, sheet.edition])
    slide.notes(notesOf(panel, address))
  })
}
