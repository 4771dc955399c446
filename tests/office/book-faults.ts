import { edited, pathOf, textOf, type Files, type Planted } from './plant.ts'

const [BOOK, STYLES, SHEET, NEXT] = ['xl/workbook.xml', 'xl/styles.xml', 'xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml']

const inSheet =
  (from: string | RegExp, to: string) =>
  (files: Files): void =>
    edited(files, SHEET, from, to)
const inBook =
  (from: string | RegExp, to: string) =>
  (files: Files): void =>
    edited(files, BOOK, from, to)
const inStyles =
  (from: string | RegExp, to: string) =>
  (files: Files): void =>
    edited(files, STYLES, from, to)

/** The name that another sheet has. */
const nameOf = (files: Files, index: number): string => [...textOf(files, BOOK).matchAll(/<sheet name="([^"]*)"/g)][index]?.[1] ?? ''

/** What Excel would offer to repair, or refuse. */
export const BOOK_FAULTS: readonly Planted[] = [
  ['not-well-formed', 'a cell that is never closed', 'both', inSheet('</c>', '')],
  ['illegal-character', 'a control character in a text', 'both', inSheet(/(<t [^>]*>)/, '$1\u0007')],
  [
    'content-type-missing',
    'a sheet without a kind of content',
    'both',
    (files) => edited(files, '[Content_Types].xml', /<Override PartName="\/xl\/worksheets\/sheet2.xml"[^>]*>/, '')
  ],
  ['relationship-without-target', 'a sheet that is not there', 'both', (files) => void delete files[NEXT]],
  ['relationship-unknown', 'a sheet by a name that nothing has', 'both', inBook(/r:id="rId2"/, 'r:id="rId99"')],
  [
    'part-orphan',
    'a file that nothing leads to',
    'ours',
    (files) => void (files['xl/worksheets/sheet99.xml'] = files[pathOf(files, /sheet1\.xml$/)] ?? new Uint8Array())
  ],
  ['element-order', 'the rows before the widths', 'both', inSheet(/(<cols>.*<\/cols>)(<sheetData>.*<\/sheetData>)/, '$2$1')],
  ['element-order', 'the filter behind the paper', 'both', inSheet(/(<autoFilter [^>]*>)(<pageMargins.*<pageSetup [^>]*>)/, '$2$1')],
  ['element-order', 'the fills before the fonts', 'both', inStyles(/(<fonts .*<\/fonts>)(<fills .*<\/fills>)/, '$2$1')],
  ['element-order', 'the names before the sheets', 'both', inBook(/(<sheets>.*<\/sheets>)(<definedNames>.*<\/definedNames>)/, '$2$1')],
  ['element-missing', 'a book without sheets', 'both', inBook(/<sheets>.*<\/sheets>/, '')],
  ['element-unknown', 'an element of no schema', 'both', inSheet('<sheetData>', '<glow/><sheetData>')],
  ['sheet-name', 'a name that is too long', 'both', inBook(/<sheet name="[^"]*"/, `<sheet name="${'长'.repeat(32)}"`)],
  ['sheet-name', 'a name with a sign that means something', 'both', inBook(/<sheet name="[^"]*"/, '<sheet name="收入/支出"')],
  ['sheet-name', 'two sheets of one name', 'both', (files) => edited(files, BOOK, `name="${nameOf(files, 1)}"`, `name="${nameOf(files, 0)}"`)],
  ['sheet-id-twice', 'two sheets of one number', 'both', inBook('sheetId="2"', 'sheetId="1"')],
  ['sheet-view', 'a sheet is seen first that is not there', 'ours', inBook('<workbookView/>', '<workbookView activeTab="99"/>')],
  ['sheet-view', 'a head that stands still over itself', 'ours', inSheet('topLeftCell="B2"', 'topLeftCell="B1"')],
  ['sheet-view', 'two sheets are worked on at once', 'ours', (files) => edited(files, NEXT, '<sheetView ', '<sheetView tabSelected="1" ')],
  ['cell-order', 'two cells the other way round', 'ours', inSheet(/(<c r="A2".*?<\/c>)(<c r="B2".*?<\/c>)/, '$2$1')],
  ['cell-order', 'a row twice', 'ours', inSheet('<row r="3"', '<row r="2"')],
  ['cell-order', 'a cell of another row', 'ours', inSheet('<c r="B2"', '<c r="B3"')],
  ['cell-content', 'a word where a number is', 'ours', inSheet(/<v>[^<]*<\/v>/, '<v>3万余</v>')],
  ['cell-content', 'a text that is told to be a number', 'ours', inSheet(' t="inlineStr"', ' t="n"')],
  ['cell-content', 'a text longer than a cell', 'ours', inSheet(/(<t [^>]*>)/, `$1${'长'.repeat(33_000)}`)],
  ['cell-outside', 'a sheet that says it is smaller', 'ours', inSheet(/<dimension ref="[^"]*"/, '<dimension ref="A1:B2"')],
  ['column-order', 'a column in two widths', 'ours', inSheet('<col min="2" max="2"', '<col min="1" max="2"')],
  ['column-order', 'a column that is too wide', 'both', inSheet(/(<col min="1" max="1") width="[^"]*"/, '$1 width="300"')],
  ['style-unknown', 'a cell in a style that is not there', 'both', inSheet(/(<c r="A2"[^>]*) s="\d+"/, '$1 s="999"')],
  ['style-unknown', 'a style in a font that is not there', 'ours', inStyles(/(<cellXfs .*?)fontId="\d+"/, '$1fontId="9"')],
  ['style-unknown', 'a style in a format that is not there', 'ours', inStyles(/(<cellXfs .*?)numFmtId="164"/, '$1numFmtId="399"')],
  ['style-unknown', 'two formats of one number', 'ours', inStyles(/(<numFmt numFmtId="164"[^>]*>)/, '$1$1')],
  ['count-wrong', 'fewer fonts than it says', 'ours', inStyles('<fonts count="2"', '<fonts count="3"')],
  ['defined-name', 'a name of a range of no sheet', 'ours', inBook(/(Print_Titles"[^>]*>)&#39;.*?&#39;/, '$1&#39;没有&#39;')],
  ['defined-name', 'a name of a range that is lost', 'ours', inBook(/(Print_Titles"[^>]*>)[^<]*/, '$1#REF!')],
  ['defined-name', 'a name of a sheet that is not there', 'ours', inBook(/localSheetId="0"/, 'localSheetId="999"')],
  ['defined-name', 'a name that is a cell', 'ours', inBook('_xlnm.Print_Titles', 'A1')],
  ['filter-range', 'a filter of another range than its name', 'ours', inSheet(/<autoFilter ref="[^"]*"/, '<autoFilter ref="A1:M2"')],
  ['attribute-wrong', 'a width that is no number', 'both', inSheet(/(<col min="1" max="1") width="[^"]*"/, '$1 width="NaN"')],
  ['attribute-wrong', 'a format of nothing', 'both', inStyles(/ formatCode="[^"]*"/, '')],
  ['attribute-wrong', 'a page that lies on no side', 'both', inSheet('orientation="landscape"', 'orientation="sideways"')],
  ['attribute-unknown', 'an attribute of no schema', 'both', inSheet('<row r="2"', '<row z="2" r="2"')]
]
