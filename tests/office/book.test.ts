import { readFileSync } from 'node:fs'
import { unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Snapshot } from '#contract/snapshot.ts'
import { fixtures } from '#mocks/fixtures/fixtures.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { columnName } from '#server/render/office/sheet-xml.ts'
import { makeBook } from '#server/render/office/xlsx/make-book.ts'
import { openPackage } from '#server/render/office/pptx/validate/opened.ts'
import { validateDeck } from '#server/render/office/pptx/validate.ts'
import { all, down, readXml, type XmlNode } from '#server/render/office/pptx/validate/xml-read.ts'
import { parted, rounded } from '#tests/carried/plain-format.ts'
import { factsOf, hasFigures, panelsOf, readBook, textIn, workbookOf, type ReadCell } from './books.ts'
import { convert } from './office-program.ts'
import { sdkFaults } from './open-xml-sdk.ts'

const snapshot = normal()
const book = readBook(workbookOf(snapshot))
const texts = (row: ReadonlyMap<number, ReadCell> | undefined): string[] => [...(row?.values() ?? [])].map(({ text }) => text)

describe('a workbook', () => {
  it.each(Object.entries(fixtures))('of all scenes of %s has no fault', async (_, fixture) => {
    const file = workbookOf(fixture())
    expect(validateDeck(file)).toEqual([])
    expect(await sdkFaults(file, 'xlsx', 'Office2016')).toEqual([])
  })

  it.each(['xl/styles.xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml', '[Content_Types].xml', 'xl/_rels/workbook.xml.rels'])(
    'is at fault without %s',
    (part) => {
      const { [part]: gone, ...rest } = unzipSync(workbookOf(snapshot, ['shitang']))
      expect(gone).toBeDefined()
      expect(validateDeck(zipSync(rest))).not.toEqual([])
    }
  )

  it('is the same, byte for byte', () => expect(Buffer.from(workbookOf(snapshot)).equals(workbookOf(snapshot))).toBe(true))

  it('has a sheet for each panel and a last one', () => {
    const titles = panelsOf(snapshot).map(({ sheet }) => sheet.title)
    expect(book.sheets).toHaveLength(titles.length + 1)
    expect(book.sheets[0]?.name).toBe(titles[0])
    expect(book.sheets.at(-1)?.name).toBe('口径与来源')
  })

  it('has frozen heads and widths on each', () => {
    for (const { root, rows } of book.sheets) {
      expect(down(root, 'sheetViews', 'sheetView', 'pane')?.attrs.get('state')).toBe('frozen')
      expect(all(root, 'col')).toHaveLength(rows[0]?.size ?? 0)
    }
  })

  it('has room for every number as it is shown, and the button of a filter covers no head', () => {
    const codes = new Map(all(book.styles, 'numFmt').map(({ attrs }) => [attrs.get('numFmtId'), attrs.get('formatCode') ?? '']))
    const formats = all(down(book.styles, 'cellXfs') ?? book.styles, 'xf').map(({ attrs }) => codes.get(attrs.get('numFmtId')) ?? '')
    const around = (code: string): string =>
      [
        ...(code
          .split(';')
          .at(-1)
          ?.matchAll(/"([^"]*)"/g) ?? [])
      ]
        .map(([, text = '']) => text)
        .join('')
    const narrow = book.sheets.flatMap(({ name, root, rows }) => {
      const widths = all(root, 'col').map(({ attrs }) => Number(attrs.get('width')))
      const shown = ({ text, style }: ReadCell): string =>
        parted(rounded(text, /\.(0+)/.exec(formats[style] ?? '')?.[1]?.length ?? 0)) + around(formats[style] ?? '')
      return rows.flatMap((row) =>
        [...row].flatMap(([column, cell]) => (cell.kind === 'number' && shown(cell).length + 1 > (widths[column] ?? 0) ? [`${name} ${cell.text}`] : []))
      )
    })
    expect(narrow).toEqual([])
    for (const { root, rows } of book.sheets) {
      const filter = down(root, 'autoFilter')?.attrs.get('ref')
      const end = rows.findIndex(({ size }) => size === 0)
      const last = end < 0 ? rows.length : end
      expect(filter).toBe(last > 1 ? `A1:${columnName((rows[0]?.size ?? 0) - 1)}${last}` : undefined)
    }
  })

  it('says of itself what it is, by whom and of when, and nothing of where it was made', () => {
    const { bytes } = openPackage(workbookOf(snapshot, ['shitang']))
    const [core, app] = ['docProps/core.xml', 'docProps/app.xml'].map((part) => new TextDecoder().decode(bytes.get(part)))
    const { title, publisher, made } = factsOf(snapshot, ['shitang'])
    for (const word of [`<dc:title>${title}<`, `<dc:creator>${publisher}<`, `<cp:lastModifiedBy>${publisher}<`, made.replace(/\.\d+/, '')])
      expect(core).toContain(word)
    expect(app).toBe(
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Excel</Application><AppVersion>16.0300</AppVersion></Properties>'
    )
  })

  it('says behind the figures what they are', () => {
    const rows = book.sheets.find(({ name }) => name === '服务回归项目')?.rows ?? []
    const behind = rows.slice(rows.findIndex(({ size }) => size === 0) + 1)
    const end = behind.findIndex(({ size }) => size === 0)
    const about = behind.slice(0, end).map((row) => texts(row).join('：'))
    expect(behind.slice(end + 1, end + 3).map(texts)).toEqual([['图中所示'], ['名称', '项目(个)', '总投资(亿元)', '期间', '状态']])
    expect(about.map((line) => line.split('：')[0])).toEqual(['场景', '标题', '说明', '状态', '来源', '版次', '发布', '引用'])
    expect(about).toContain('状态：总数已发布，分县演示')
    expect(about.at(-1)).toContain('，https://screen.example/?scene=xiangxiantong&release=1')
  })

  it('says last what is counted, and where the source does not say so, once each', () => {
    const rows = (book.sheets.at(-1)?.rows ?? []).map(texts)
    const counted = rows.filter(([item]) => item === '口径')
    const shown = new Set(panelsOf(snapshot).flatMap(({ sheet }) => sheet.figures.map(({ name, definition }) => `${name} ${definition}`)))
    expect(counted.map(([, name, text]) => `${name} ${text}`).toSorted()).toEqual([...shown].toSorted())
    expect(counted.some(([, , text]) => text === '原文未另作口径说明')).toBe(true)
    expect(new Set(rows.map(([item]) => item))).toEqual(new Set(['项目', '口径', '注', '来源', '版次', '发布', '演示']))
  })

  it('marks demo figures by words and stripes, and no others', () => {
    const formats = all(down(book.styles, 'cellXfs') ?? book.styles, 'xf')
    const striped = ({ style }: ReadCell): boolean => formats[style]?.attrs.get('fillId') === '2'
    const figures = book.sheets.filter(hasFigures).flatMap(({ rows }) =>
      rows.slice(
        1,
        rows.findIndex(({ size }) => size === 0)
      )
    )
    const wrong = figures.filter((row) =>
      [8, 9].some((column) => striped(row.get(column) ?? { kind: 'text', text: '', style: 0 }) !== row.get(9)?.text.startsWith('演示'))
    )
    expect(wrong).toEqual([])
    expect(figures.filter((row) => row.get(9)?.text.startsWith('演示')).length).toBeGreaterThan(0)
  })
})

const FORMULAS = ['=HYPERLINK("http://x","y")', '+1+2', '-2+3', '@SUM(1)', '\t=1', '\r=1', '＝1+1', '＋1', '－1', '＠SUM(1)', "'=1'!A1"]

/** The pack's own names and words as somebody would write them who wants a spreadsheet to reckon. */
function hostile(view: Snapshot): Snapshot {
  const { indicators, scenes } = view.document
  const word = (index: number): string => FORMULAS[index % FORMULAS.length] ?? ''
  return {
    ...view,
    document: {
      ...view.document,
      indicators: indicators.map((one, index) => ({ ...one, name: `${word(index)}${index}`, definition: word(index) })),
      scenes: scenes.map((scene) => ({ ...scene, panels: scene.panels.map((panel, index) => ({ ...panel, title: word(index) })) }))
    }
  }
}

const cellsOf = (root: XmlNode): XmlNode[] => all(root, 'table:table-cell')

/** Cells by `A1` as LibreOffice has them: what is repeated counts, what is empty is left out. */
function theirCells(table: XmlNode): Map<string, XmlNode> {
  const found = new Map<string, XmlNode>()
  let row = 0
  for (const line of all(table, 'table:table-row')) {
    row += 1
    let column = 0
    for (const cell of cellsOf(line)) {
      const next = column + Number(cell.attrs.get('table:number-columns-repeated') ?? 1)
      // Cells side by side that are the same are written once.
      if (cell.attrs.has('office:value-type')) for (; column < next; column += 1) found.set(`${columnName(column)}${row}`, cell)
      column = next
    }
    row += Number(line.attrs.get('table:number-rows-repeated') ?? 1) - 1
  }
  return found
}

const opened = (file: Uint8Array, name: string): XmlNode =>
  readXml(readFileSync(convert(file, name, 'fods', 'artifacts/xlsx'), 'utf8').replace(/<!DOCTYPE[^>]*>/, ''))

const bare = (text: string): string => text.replaceAll(/\s/g, '')

describe('LibreOffice opens a workbook', () => {
  it('with the same sheets, numbers as numbers and texts as texts', () => {
    const tables = all(opened(workbookOf(snapshot), 'all-scenes'), 'table:table')
    expect(tables.map(({ attrs }) => attrs.get('table:name'))).toEqual(book.sheets.map(({ name }) => name))
    const differing = book.sheets.flatMap(({ name, rows }, index) => {
      const table = tables[index]
      const theirs = table === undefined ? new Map<string, XmlNode>() : theirCells(table)
      const ours = rows.flatMap((row, at) => [...row].map(([column, cell]) => [`${columnName(column)}${at + 1}`, cell] as const))
      const wrong = ours.filter(([address, { kind, text }]) => {
        const cell = theirs.get(address)
        const type = cell?.attrs.get('office:value-type')
        return kind === 'number'
          ? type !== 'float' || Number(cell?.attrs.get('office:value')) !== Number(text)
          : type !== 'string' || bare(textIn(cell)) !== bare(text)
      })
      return [
        ...wrong.map(([address, { text }]) => `${name} ${address} ${text}`),
        ...(theirs.size === ours.length ? [] : [`${name}: ${theirs.size} cells of ${ours.length}`])
      ]
    })
    expect(differing).toEqual([])
  }, 240_000)

  it('and reckons nothing that a pack says', async () => {
    const view = hostile(snapshot)
    const file = makeBook(panelsOf(view, ['zonglan', 'xiangxiantong']), factsOf(view, ['zonglan']))
    const { sheets, styles } = readBook(file)
    expect(sheets.flatMap(({ root }) => all(root, 'f'))).toEqual([])
    expect(validateDeck(file)).toEqual([])
    expect(await sdkFaults(file, 'xlsx')).toEqual([])
    // Whoever edits such a cell has a text as before.
    const looks = all(down(styles, 'cellXfs') ?? styles, 'xf').map(({ attrs }) => attrs.get('quotePrefix') === '1')
    const texts = sheets.flatMap(({ rows }) => rows.flatMap((row) => [...row.values()])).filter(({ kind }) => kind === 'text')
    const dangerous = texts.filter(({ text }) => /^(\s*[=+\-@＝＋－＠]|[\t\r])/.test(text) && !/^-?[\d.]+$/.test(text))
    expect(dangerous.length).toBeGreaterThan(FORMULAS.length)
    expect(dangerous.filter(({ style }) => looks[style] !== true)).toEqual([])
    expect(sheets.some(({ name }) => name.startsWith('='))).toBe(true)
    const cells = cellsOf(opened(file, 'hostile'))
    expect(cells.filter(({ attrs }) => attrs.has('table:formula'))).toEqual([])
    for (const word of FORMULAS.filter((text) => !text.startsWith("'")))
      expect(
        cells.some((cell) => bare(textIn(cell)).startsWith(bare(word))),
        word
      ).toBe(true)
  }, 240_000)
})
