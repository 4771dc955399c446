import type { Sheet } from '#charts/sheet.ts'
import type { Grid } from '#server/render/office/sheet-xml.ts'
import { noteOf } from '#server/render/panel-csv.ts'
import { textCell } from './cells.ts'
import type { Looks } from './looks.ts'
import { rowHeights } from './widths.ts'

export const SOURCES_SHEET = '口径与来源'

const HEAD = ['项目', '名称', '内容', '工作表'] as const
const WIDTHS = [10, 30, 80, 40] as const

const DEMO_WORDS = '带斜纹、状态为“演示”的行由脚本生成，不是统计数据，不作考核依据'

type Line = readonly [item: string, name: string, text: string]

const definitionsOf = ({ figures }: Sheet): Line[] => figures.map(({ name, definition }) => ['口径', name, definition])

const notesOf = ({ figures }: Sheet): Line[] => figures.map((figure) => ['注', figure.name, noteOf(figure)])

const sourcesOf = ({ figures }: Sheet): Line[] => figures.map(({ source }) => ['来源', '', source])

const editionOf = ({ edition, publisher, tags }: Sheet): Line[] => [
  ['版次', '', edition],
  ['发布', '', publisher],
  ...(tags.demo === null ? [] : [['演示', '', DEMO_WORDS] as const])
]

/** Each line once, with the names of the sheets that it is about where those are not all. */
function gathered(sheets: readonly Sheet[], names: readonly string[], linesOf: (sheet: Sheet) => readonly Line[]): string[][] {
  const found = new Map<string, { readonly line: Line; readonly about: Set<string> }>()
  sheets.forEach((sheet, index) => {
    for (const line of linesOf(sheet)) {
      const key = JSON.stringify(line)
      const one = found.get(key) ?? { line, about: new Set() }
      found.set(key, one)
      one.about.add(names[index] ?? '')
    }
  })
  return [...found.values()]
    .filter(({ line: [, , text] }) => text !== '')
    .map(({ line, about }) => [...line, about.size === names.length ? '全部' : [...about].join('、')])
}

/** The last sheet: what each indicator counts, in the source's words or that it has none; where all of it is from; of which edition. */
export function sourcesGrid(name: string, sheets: readonly Sheet[], names: readonly string[], looks: Looks): Grid {
  const rows = [definitionsOf, notesOf, sourcesOf, editionOf].flatMap((linesOf) => gathered(sheets, names, linesOf))
  return {
    name,
    printed: true,
    filtered: rows.length + 1,
    widths: WIDTHS,
    heights: rowHeights([HEAD, ...rows], WIDTHS),
    rows: [HEAD.map((text) => textCell(text, looks, { head: true })), ...rows.map((row) => row.map((text) => textCell(text, looks, { wrap: true, top: true })))]
  }
}
