import { citation } from '#charts/sheet.ts'
import { aboutOf } from '#server/render/panel-csv.ts'
import type { BookPanel } from './book-panels.ts'

const NOTHING = '本期无已发布数据'

/** What the sheet is, behind its rows: the first row stays the head of the table. */
export const aboutRows = ({ sheet, table, address, key }: BookPanel): string[][] => [
  [],
  ...(sheet.figures.length === 0 && table === null ? [['数据', NOTHING]] : []),
  ...(key === '' ? [] : [['※', key]]),
  ['场景', sheet.scene.title],
  ...aboutOf(sheet),
  ['引用', citation(sheet, address)]
]
