import type { FileFacts } from '#server/render/office/properties.ts'
import { bookOf } from '#server/render/office/workbook.ts'
import { NO_STEPS, type Step } from '#server/render/step.ts'
import { createLooks } from './looks.ts'
import type { BookPanel } from './book-panels.ts'
import { panelGrid } from './panel-grid.ts'
import { sheetNames } from './sheet-names.ts'
import { SOURCES_SHEET, sourcesGrid } from './sources-grid.ts'
import { tableGrid } from './table-grid.ts'

/** A workbook of panels: a sheet for each, with its own table or its figures, in their order, then definitions and sources. The same panels give the same bytes. @throws whatever `step` throws */
export function makeBook(panels: readonly BookPanel[], facts: FileFacts, step: Step = NO_STEPS): Uint8Array {
  const looks = createLooks()
  const sheets = panels.map(({ sheet }) => sheet)
  // The last sheet chooses first: it has the same name in every workbook.
  const [last = SOURCES_SHEET, ...names] = sheetNames([{ title: SOURCES_SHEET }, ...panels])
  const grids = panels.map((panel, done) => {
    step(done, panels.length + 1)
    const name = names[done] ?? ''
    return panel.table === null ? panelGrid(name, panel, looks) : tableGrid(name, panel, panel.table, looks)
  })
  step(panels.length, panels.length + 1)
  return bookOf([...grids, sourcesGrid(last, sheets, names, looks)], looks.xml(), facts)
}
