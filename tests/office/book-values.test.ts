import { describe, expect, it } from 'vitest'
import { packAnswer, sceneAnswer, type Snapshot } from '#contract/snapshot.ts'
import { extreme } from '#mocks/fixtures/extreme.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { reported } from '#mocks/fixtures/reported.ts'
import { bookFacts } from '#server/render/office/xlsx/book-facts.ts'
import { bookPanels } from '#server/render/office/xlsx/book-panels.ts'
import { makeBook } from '#server/render/office/xlsx/make-book.ts'
import { drawn, seedOf } from '#tests/carried/cells.ts'
import { cellText, phraseText, statusWords, type PlainFigure, type PlainIndicator } from '#tests/carried/plain-format.ts'
import { hasFigures, readBook, type ReadSheet } from './books.ts'

/** Printed with each run, so that a run that fails can be had again: `SEED=… npx vitest run tests/office`. */
const SEED = seedOf(process.env['SEED'])
const ROWS = 1000
const LAST = '口径与来源'

interface Row {
  readonly where: string
  readonly cells: readonly string[]
  /** Whether its value is written as a number. */
  readonly number: boolean
  readonly api: Api
}

/** The JSON of a scene, as it is served. */
interface Api {
  readonly observations: readonly PlainFigure[]
  readonly indicators: readonly PlainIndicator[]
  readonly regions: readonly { readonly code: string; readonly name: string }[]
  readonly codeLists: readonly { readonly dimension: string; readonly codes: readonly { readonly code: string; readonly name: string }[] }[]
}

const named = ({ codeLists }: Api, dimension: string, code: string | null): string =>
  codeLists.find((list) => list.dimension === dimension)?.codes.find((one) => one.code === code)?.name ?? ''

function valueText({ obsValue, obsValueHigh, bound }: PlainFigure, { valueList }: PlainIndicator): string {
  if (obsValue === null || bound === 'magnitude' || valueList !== undefined) return ''
  return bound === 'range' && obsValueHigh !== undefined ? `${obsValue}至${obsValueHigh}` : obsValue
}

/** How the row of a figure must read but for its period, from the API alone; a series is written in thousands, a figure as its phrase. */
function expected(figure: PlainFigure, api: Api): readonly string[] {
  const indicator = api.indicators.find(({ id }) => id === figure.indicator)
  if (indicator === undefined) throw new Error(`no indicator ${figure.indicator}`)
  const coded = indicator.valueList !== undefined && figure.obsValue !== null
  const text = coded ? named(api, indicator.valueList ?? '', figure.obsValue) : cellText(figure, indicator)
  const part = Object.entries(figure.breakdown ?? {}).map(([dimension, code]) => named(api, dimension, code))
  const status = figure.obsValue === null ? statusWords({ ...figure, obsStatus: 'A' }) : statusWords(figure)
  const area = api.regions.find(({ code }) => code === figure.refArea)?.name ?? figure.refArea
  return [
    indicator.name,
    area,
    figure.scope,
    part.join(' · '),
    figure.qualifier?.word ?? '',
    valueText(figure, indicator),
    indicator.unitMeasure,
    figure.obsValue === null ? phraseText(figure, indicator) : text,
    status,
    String(figure.release)
  ]
}

const known = new WeakMap<Api, ReadonlySet<string>>()
function rowsOfApi(api: Api): ReadonlySet<string> {
  const rows = known.get(api) ?? new Set(api.observations.map((figure) => JSON.stringify(expected(figure, api))))
  known.set(api, rows)
  return rows
}

/** All but the period, the source and the definition. */
const TOLD = [0, 1, 2, 3, 5, 6, 7, 8, 9, 11] as const

function rowsIn({ name, rows }: ReadSheet, where: string, api: Api): Row[] {
  const end = rows.findIndex((row) => row.size === 0)
  return rows.slice(1, end).map((row) => ({
    where: `${where} ${name}`,
    cells: TOLD.map((column) => row.get(column)?.text ?? ''),
    number: row.get(6)?.kind === 'number',
    api
  }))
}

function rowsOf(view: Snapshot, label: string): Row[] {
  const { info } = packAnswer(view)
  return view.document.scenes.flatMap(({ id }) => {
    const answer = sceneAnswer(view, { id })
    const api: Api = JSON.parse(JSON.stringify(answer))
    const { sheets } = readBook(makeBook(bookPanels({ answer, info, address: '/' }), bookFacts([answer], info)))
    return sheets.filter((sheet) => sheet.name !== LAST && hasFigures(sheet)).flatMap((sheet) => rowsIn(sheet, `${label} ${id}`, api))
  })
}

const isRight = ({ cells, api }: Row): boolean => rowsOfApi(api).has(JSON.stringify(cells))

describe('the rows of workbooks', () => {
  const rows = [rowsOf(normal(), 'normal'), rowsOf(reported(), 'reported'), rowsOf(extreme(), 'extreme')].flat()

  it(`are those of the API, by a formatter of its own: ${ROWS} drawn by the seed ${SEED}`, () => {
    expect(rows.length).toBeGreaterThan(ROWS)
    expect(drawn(rows, ROWS, SEED).flatMap((row) => (isRight(row) ? [] : [[row.where, ...row.cells]]))).toEqual([])
  })

  it('would be found if any value or text were another', () => {
    const changed = (at: number) => (row: Row) => ({ ...row, cells: row.cells.map((text, index) => (index === at ? `${text}9` : text)) })
    for (const at of TOLD.keys()) expect(rows.map(changed(at)).filter(isRight).length, `column ${at}`).toBe(0)
  })

  it('have their values as numbers, all but ranges', () => {
    const values = rows.filter(({ cells }) => cells[5] !== '')
    expect(values.length).toBeGreaterThan(ROWS)
    expect(values.filter(({ number, cells }) => number === cells[5]?.includes('至'))).toEqual([])
  })
})
