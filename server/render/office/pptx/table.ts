import { element, type Element } from '#server/render/element.ts'
import type { Theme } from '#tokens/themes.ts'
import { line, NO_FILL, type Stroke } from './paint.ts'
import { paragraphXml, placed, type Paragraph } from './text.ts'
import { emu, type Box } from './units.ts'

export interface NativeCell {
  readonly paragraphs: readonly Paragraph[]
}

export interface NativeTable {
  readonly name: string
  /** What it shows, for who does not see it. */
  readonly words: string
  /** In px. */
  readonly widths: readonly number[]
  /** The first row is the head, unless there is none. */
  readonly rows: readonly (readonly NativeCell[])[]
  readonly headless?: boolean
  /** Free behind the text of a cell, in px; 22 where absent. */
  readonly gap?: number
  /** Of each row, in px. */
  readonly heights: readonly number[]
}

const PAD = { marL: 0, marT: emu(4), marB: emu(4) }

function cellXml({ paragraphs }: NativeCell, under: Stroke, gap: number, theme: Theme): Element {
  const sides = ['a:lnL', 'a:lnR', 'a:lnT'].map((tag) => line(null, theme, tag))
  return element('a:tc', {}, [
    element('a:txBody', {}, [
      element('a:bodyPr'),
      element('a:lstStyle'),
      ...(paragraphs.length === 0 ? [element('a:p')] : paragraphs.map((one) => paragraphXml(one, theme)))
    ]),
    element('a:tcPr', { ...PAD, marR: emu(gap), anchor: 'ctr' }, [...sides, line(under, theme, 'a:lnB'), NO_FILL])
  ])
}

/** A table that Office edits as one: hairlines under rows, and no other lines. */
export function nativeTable(
  id: number,
  { name, words, widths, rows, heights, headless = false, gap = 22 }: NativeTable,
  at: Pick<Box, 'x' | 'y'>,
  theme: Theme
): Element {
  const box = { ...at, width: widths.reduce((sum, width) => sum + width, 0), height: heights.reduce((sum, height) => sum + height, 0) }
  const rowXml = (cells: readonly NativeCell[], index: number): Element =>
    element(
      'a:tr',
      { h: emu(heights[index] ?? 0) },
      cells.map((cell) => cellXml(cell, { colour: index === 0 && !headless ? theme.line2 : theme.line, width: 1 }, gap, theme))
    )
  const table = element('a:tbl', {}, [
    element('a:tblPr', headless ? {} : { firstRow: 1 }),
    element(
      'a:tblGrid',
      {},
      widths.map((width) => element('a:gridCol', { w: emu(width) }))
    ),
    ...rows.map(rowXml)
  ])
  return element('p:graphicFrame', {}, [
    element('p:nvGraphicFramePr', {}, [
      element('p:cNvPr', { id, name, descr: words }),
      element('p:cNvGraphicFramePr', {}, [element('a:graphicFrameLocks', { noGrp: 1 })]),
      element('p:nvPr')
    ]),
    placed(box, 'p:xfrm'),
    element('a:graphic', {}, [element('a:graphicData', { uri: 'http://schemas.openxmlformats.org/drawingml/2006/table' }, [table])])
  ])
}
