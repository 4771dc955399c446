import type { FileFacts } from '#server/render/office/properties.ts'
import { bookOf } from '#server/render/office/workbook.ts'
import { createLooks } from './looks.ts'
import { panelGrid, type BookPanel } from './panel-grid.ts'
import { sheetNames } from './sheet-names.ts'
import { SOURCES_SHEET, sourcesGrid } from './sources-grid.ts'

/** A workbook of panels: a sheet for each, in their order, then definitions and sources. The same panels give the same bytes. */
export function makeBook(panels: readonly BookPanel[], facts: FileFacts): Uint8Array {
  const looks = createLooks()
  const sheets = panels.map(({ sheet }) => sheet)
  // The last sheet chooses first: it has the same name in every workbook.
  const [last = SOURCES_SHEET, ...names] = sheetNames([SOURCES_SHEET, ...sheets.map(({ title }) => title)])
  const grids = panels.map((panel, index) => panelGrid(names[index] ?? '', panel, looks))
  return bookOf([...grids, sourcesGrid(last, sheets, names, looks)], looks.xml(), facts)
}
