import { describe, expect, it } from 'vitest'
import { boundariesAnswer, packAnswer, sceneAnswer, type Snapshot } from '#contract/snapshot.ts'
import { fixtures } from '#mocks/fixtures/fixtures.ts'
import { hidden } from '#mocks/fixtures/hidden.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { deckScene } from '#server/render/office/pptx/deck-panel.ts'
import { all, down } from '#server/render/office/pptx/validate/xml-read.ts'
import { parted, rounded } from '#tests/carried/plain-format.ts'
import { hasFigures, panelsOf, readBook, workbookOf, type ReadCell, type ReadSheet } from './books.ts'

interface Read {
  readonly sheets: readonly ReadSheet[]
  /** As a spreadsheet shows it. */
  readonly shown: (cell: ReadCell | undefined) => string
}

/** A number in its format: what is quoted stands around it, of a change with its sign. */
function inFormat(number: string, format: string): string {
  const [above = '', below = above, none = above] = format.split(';')
  const part = Number(number) === 0 ? none : Number(number) < 0 ? below : above
  const digits = parted(rounded(number.replace(/^-/, below === above ? '-' : ''), /\.(0+)/.exec(part)?.[1]?.length ?? 0))
  return part.replace(/#,##0(\.0+)?/, digits).replaceAll('"', '')
}

function read(snapshot: Snapshot, ids?: string[]): Read {
  const { sheets, styles } = readBook(workbookOf(snapshot, ids))
  const codes = new Map(all(styles, 'numFmt').map(({ attrs }) => [attrs.get('numFmtId'), attrs.get('formatCode') ?? '']))
  const formats = all(down(styles, 'cellXfs') ?? styles, 'xf').map(({ attrs }) => codes.get(attrs.get('numFmtId')) ?? '')
  const shown = (cell: ReadCell | undefined): string => (cell?.kind === 'number' ? inFormat(cell.text, formats[cell.style] ?? '') : (cell?.text ?? ''))
  return { sheets, shown }
}

const rowsOf = ({ shown }: Read, { rows }: ReadSheet): string[][] => {
  const end = rows.findIndex(({ size }) => size === 0)
  return rows.slice(0, end).map((row) => Array.from({ length: rows[0]?.size ?? 0 }, (_, column) => shown(row.get(column))))
}

/** What the slides of a panel are made from. */
function slideTables(snapshot: Snapshot, id: string): ReadonlyMap<string, string[][]> {
  const answer = sceneAnswer(snapshot, { id })
  const boundaries = boundariesAnswer(snapshot, { code: answer.root, context: '1' })
  const { panels } = deckScene({ answer, info: packAnswer(snapshot).info, boundaries })
  return new Map(panels.map(({ sheet, table }) => [sheet.panel.id, [[...table.columns], ...table.rows.map((row) => [...row])]]))
}

describe.each(Object.entries(fixtures))('tables of panels in the workbook of %s', (_, fixture) => {
  it('read to the letter as their slides have them', () => {
    const snapshot = fixture()
    for (const { id } of snapshot.document.scenes) {
      const [book, slides] = [read(snapshot, [id]), slideTables(snapshot, id)]
      for (const [index, { table, sheet }] of panelsOf(snapshot, [id]).entries()) {
        const own = book.sheets[index]
        if (table !== null && own !== undefined) expect(rowsOf(book, own), `${id} ${sheet.title}`).toEqual(slides.get(sheet.panel.id))
      }
    }
  })
})

const sheetOf = ({ sheets }: Read, name: string): ReadSheet => {
  const found = sheets.find((sheet) => sheet.name === name)
  if (found === undefined) throw new Error(`no sheet ${name}`)
  return found
}

const numbersIn = ({ rows }: ReadSheet): string[] => rows.flatMap((row) => [...row.values()].flatMap(({ kind, text }) => (kind === 'number' ? [text] : [])))

describe('the workbook of a league', () => {
  const book = read(normal(), ['liangshai'])

  it('has composite scores and ranks as numbers, estimates marked, and the weights', () => {
    const history = sheetOf(book, '名次变化')
    const [first, last] = [history.rows[1], history.rows[6]]
    expect([first?.get(0)?.text, first?.get(1), first?.get(2)]).toMatchObject(['江山市', { kind: 'number', text: '1' }, { kind: 'number', text: '92.4' }])
    expect([last?.get(0)?.text, last?.get(2)?.kind, last?.get(2)?.text, book.shown(last?.get(2))]).toEqual(['常山县', 'number', '84.7', '84.7分※'])
    expect(numbersIn(sheetOf(book, '综合得分的构成'))).toEqual(['30', '25', '20', '15', '10'])
  })

  it('marks a score that lacks a part beside its number, and says what the mark means', () => {
    const { rows } = sheetOf(book, '综合得分')
    const scores = rows.slice(1, 7).map((row) => [row.get(0)?.text, row.get(1)?.kind, row.get(1)?.text, book.shown(row.get(1))])
    expect(scores).toContainEqual(['常山县', 'number', '84.7', '84.7分 估算※'])
    expect(scores.map(([, kind]) => kind)).toEqual(Array.from({ length: 6 }, () => 'number'))
    expect(scores.filter(([, , , shown]) => shown?.includes('※'))).toHaveLength(1)
    for (const name of ['综合得分', '名次变化'])
      expect(
        sheetOf(book, name).rows.map((row) => [row.get(0)?.text, row.get(1)?.text]),
        name
      ).toContainEqual(['※', '缺一项，折算'])
    const unmarked = sheetOf(book, '分项榜').rows.map((row) => row.get(0)?.text)
    expect(unmarked).not.toContain('※')
  })

  it('has the rules in words', () => {
    expect(rowsOf(book, sheetOf(book, '晾晒规则'))).toContainEqual(['缺报怎么算', '缺一项按其余权重折算并标※；缺两项以上当月不排名，线断开'])
  })

  it('has the figures that scores are reckoned from once', () => {
    const figures = book.sheets.filter(hasFigures)
    expect(figures.map(({ name }) => name)).toEqual(['争先晾晒·数据'])
    expect(rowsOf(book, sheetOf(book, '争先晾晒·数据'))).toHaveLength(361)
  })

  it('has no score and no rank while they are hidden, only changes', () => {
    const view = read(hidden(), ['liangshai'])
    const cells = view.sheets.flatMap((sheet) => sheet.rows.flatMap((row) => [...row.values()].map((cell) => view.shown(cell))))
    // Scores are of two digits, changes of one.
    const isScoreOrRank = (text: string): boolean => /^(第|并列)\d|^\d{2,}\.\d(分|※| 第|$)/.test(text)
    expect(cells.filter(isScoreOrRank)).toEqual([])
    expect(rowsOf(book, sheetOf(book, '名次变化')).flat().filter(isScoreOrRank).length).toBeGreaterThan(50)
    expect(cells).toContain('−0.3')
    const changes = sheetOf(view, '综合得分·较上月').rows.slice(1, 7)
    expect(changes.map((row) => [row.get(1)?.text, row.get(2)?.kind, row.get(2)?.text])).toContainEqual(['柯城区', 'number', '-0.3'])
  })
})

describe('panels of words', () => {
  it.each([
    ['zonglan', '大事记', ['乡贤通3.0版上线浙里办', '2022-05']],
    ['xiangxiantong', '乡贤通举措', ['十项暖心服务']],
    ['qinqing', '平台名录', ['亲清茶叙', '名称已发布']],
    ['zhibo', '直播共富举措', ['寻品衢州·主播有礼']],
    ['lianyi', '联谊举措', ['千年儒风润侨心']],
    ['yinling', '思想引领举措', ['榜样统战人物', '名称已发布']],
    ['minzu', '一乡两带十村', ['十村', '10', '一乡两带十村']]
  ])('of %s: %s has its names', (scene, name, row) => {
    const book = read(normal(), [scene])
    expect(rowsOf(book, sheetOf(book, name))).toContainEqual(row)
  })

  it('say that there is nothing only where there is nothing', () => {
    const said = panelsOf(normal()).map(({ sheet, table }) => sheet.figures.length === 0 && table === null)
    const { sheets } = read(normal())
    expect(sheets.slice(0, -1).map(({ rows }) => rows.some((row) => row.get(1)?.text === '本期无已发布数据'))).toEqual(said)
  })

  it('stand behind the figures of a panel that has both', () => {
    const { rows } = sheetOf(read(normal(), ['lianyi']), '联谊交流')
    expect(rows.map((row) => row.get(0)?.text)).toEqual(expect.arrayContaining(['图中所示', '香港南孔商会']))
  })
})
