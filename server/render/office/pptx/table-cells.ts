import type { PanelTable } from '#charts/panel-table.ts'
import { THEMES, type Theme } from '#tokens/themes.ts'
import type { Run } from './text.ts'

/** From here on a table is read as figures rather than as a list: their numbers stand out. */
const LARGE = 19

const runsOfValue = (text: string, size: number, { t1, t2 }: Theme): Run[] => {
  const [, before = '', number = '', after = ''] = /^(\D*)([\d,.]+)(.*)$/.exec(text) ?? []
  if (number === '') return [{ text, size, colour: t1 }]
  const parts: Run[] = [
    { text: before, size, colour: t2 },
    { text: number, size: size * 1.3, colour: t1, bold: true },
    { text: after, size, colour: t2 }
  ]
  return parts.filter((run) => run.text !== '')
}

/** A day among figures is no figure. */
const DATE = /^\d{4}-\d{2}(-\d{2})?$/

/** The letters of one cell: the first column is what a row is called, 数值 what it says. */
export function cellRuns({ columns }: PanelTable, column: number, text: string, size: number, head: boolean, theme: Theme = THEMES.paper): Run[] {
  if (head) return [{ text, size: Math.max(13, size * 0.8), colour: theme.t2 }]
  if (columns[column] === '数值' && size >= LARGE && !DATE.test(text)) return runsOfValue(text, size, theme)
  return [{ text, size, colour: column === 0 ? theme.t1 : theme.t2, bold: column === 0 }]
}
