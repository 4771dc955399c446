import type { SceneAnswer } from '#contract/endpoints.ts'
import type { PackInfo } from '#contract/pack.ts'
import { sheetOf } from '#charts/sheet.ts'
import { deckPanels } from '#server/render/office/pptx/deck-panel.ts'
import { cellsOf } from '#server/render/panel-csv.ts'
import type { BookPanel } from './panel-grid.ts'

interface BookScene {
  readonly answer: SceneAnswer
  readonly info: PackInfo
  readonly address: string
  readonly metric?: string | undefined
  readonly period?: string | undefined
}

/** Of panels that have the same figures under the same title, one for each form of screen, a workbook has the first. */
function distinct(panels: readonly BookPanel[]): BookPanel[] {
  const seen = new Set<string>()
  return panels.filter(({ sheet }) => {
    const key = JSON.stringify([sheet.title, sheet.figures.map(cellsOf)])
    return seen.has(key) ? false : seen.add(key)
  })
}

/** The panels of a scene in the order they are read in, as decks have them. */
export const bookPanels = ({ answer, address, ...how }: BookScene): readonly BookPanel[] =>
  distinct(deckPanels(answer).map((panel) => ({ sheet: sheetOf({ panel, answer, ...how }), address })))
