import { describe, expect, it } from 'vitest'
import { normal } from '#mocks/fixtures/normal.ts'
import { reported } from '#mocks/fixtures/reported.ts'
import { extreme } from '#mocks/fixtures/extreme.ts'
import { childrenOf, type Snapshot } from '#contract/snapshot.ts'
import type { Observation } from '#contract/observation.ts'
import type { DeckScene } from '#server/render/office/pptx/deck-panel.ts'
import { readWorkbook } from '#server/render/office/pptx/validate/check-workbooks.ts'
import { cellText, moved, phraseText, rounded, seriesNumber, type PlainIndicator } from '#tests/carried/plain-format.ts'
import { drawn, nameOf, seedOf } from '#tests/carried/cells.ts'
import { readCharts, readSlides, type opened } from './decks.ts'
import { panelFiles, triplesOf } from './panel-files.ts'
import { CHANGES } from './planted-words.ts'
import { placesOf, rowsOf, type Triple } from './three-ways.ts'

/** Printed with each run, so that a run that fails can be had again: `SEED=… npx vitest run tests/office`. */
const SEED = seedOf(process.env['SEED'])
const CELLS = 1000

interface Cell {
  readonly where: string
  readonly text: string
  /** What it may say, by the API: of the figures of its panel that are of its area, part or month. */
  readonly allowed: ReadonlySet<string>
}

type Read = ReturnType<typeof opened>

const without = (text: string): string => text.replaceAll(',', '')

interface Facts {
  readonly view: Snapshot
  readonly scene: DeckScene
  readonly figures: readonly Observation[]
}

const indicatorOf = ({ view }: Facts, id: string): PlainIndicator => {
  const found = view.document.indicators.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no indicator ${id}`)
  return found
}

/** The names that a figure may have on an axis. */
function namesOf({ scene: { answer } }: Facts, o: Observation): string[] {
  const codes = Object.entries(o.breakdown ?? {}).flatMap(
    ([dimension, code]) => answer.codeLists.find((list) => list.dimension === dimension)?.codes.find((one) => one.code === code)?.name ?? []
  )
  const region = answer.regions.find(({ code }) => code === o.refArea)?.name ?? ''
  return [...codes, region, o.timePeriod, `${Number(o.timePeriod.slice(0, 4))}年${Number(o.timePeriod.slice(5, 7))}月`]
}

const isOf = (facts: Facts, o: Observation, category: string, series: string): boolean => {
  const names = namesOf(facts, o)
  const parts = [category, ...category.split('　'), series.replace(/（.*）$/, '')]
  return parts.some((part) => names.includes(part))
}

/** Of a running total, of a score or of a stage's own name no single figure tells; they have tests of their own. */
const isReckoned = ({ sheet: { panel } }: DeckScene['panels'][number]): boolean =>
  panel.options?.['cumulative'] === true ||
  panel.options?.['composite'] !== undefined ||
  panel.kind === 'stage-bars' ||
  panel.needs.some(({ indicator }) => indicator === 'ls.score')

function chartCells(facts: Facts, read: Read, where: string): Cell[] {
  return readCharts(read).flatMap(({ path, series }) => {
    const book = read.bytes.get(read.relations.find(({ from, type }) => from === path && type === 'package')?.target ?? '') ?? new Uint8Array()
    const sheet = readWorkbook(book).sheets.get('数据') ?? new Map<string, string>()
    return series.flatMap(({ name, categories, values }, column) =>
      values.flatMap((value, row): Cell[] => {
        const own = facts.figures.filter((o) => o.obsValue !== null && isOf(facts, o, categories[row] ?? '', name))
        const numbers = own.map((o) => without(seriesNumber(o, indicatorOf(facts, o.indicator))))
        const cell = sheet.get(`${String.fromCharCode(66 + column)}${row + 2}`)
        const at = `${where} ${path} ${name} ${categories[row]}`
        return value === null
          ? []
          : [
              { where: `${at} cache`, text: value, allowed: new Set(numbers) },
              { where: `${at} workbook`, text: cell ?? '', allowed: new Set(numbers) }
            ]
      })
    )
  })
}

/** A day among figures is no figure. */
const DATE = /^\d{4}-\d{2}-\d{2}$/

function tableCells(facts: Facts, read: Read, where: string): Cell[] {
  return readSlides(read).flatMap(({ path, tables }) =>
    tables.flatMap(([head = [], ...rows]) => {
      const column = head.indexOf('数值')
      if (column < 0) return []
      const allowed = new Set(facts.figures.flatMap((o) => [cellText(o, indicatorOf(facts, o.indicator)), phraseText(o, indicatorOf(facts, o.indicator))]))
      return rows.flatMap((row) =>
        /\d/.test(row[column] ?? '') && !DATE.test(row[column] ?? '') ? [{ where: `${where} ${path} ${row[0]}`, text: row[column] ?? '', allowed }] : []
      )
    })
  )
}

/** Figures set in letters of several sizes: their runs together must read as the phrase. */
function figureCells(panel: DeckScene['panels'][number], facts: Facts, read: Read, where: string): Cell[] {
  const said = new Set(readSlides(read).flatMap(({ texts }) => texts))
  return (panel.native?.figures ?? []).map(({ observation, tail = '' }) => {
    const text = phraseText(observation, indicatorOf(facts, observation.indicator))
    return { where: `${where} ${observation.indicator}`, text: tail === '' || observation.obsValue === null ? text : `${text} ${tail}`, allowed: said }
  })
}

function cellsOf(view: Snapshot): Cell[] {
  const coded = new Set(view.document.indicators.filter(({ valueList }) => valueList !== undefined).map(({ id }) => id))
  return panelFiles(view)
    .filter(({ panel }) => !isReckoned(panel))
    .flatMap(({ scene, panel, deck }) => {
      const ids = new Set([
        ...panel.sheet.panel.needs.map(({ indicator }) => indicator),
        ...panel.sheet.figures.map(({ observation }) => observation.indicator)
      ])
      const facts = { view, scene, figures: view.observations.filter(({ indicator }) => ids.has(indicator) && !coded.has(indicator)) }
      const where = `${scene.answer.scene.id} ${panel.sheet.panel.id}`
      return [...chartCells(facts, deck, where), ...tableCells(facts, deck, where), ...figureCells(panel, facts, deck, where)]
    })
}

const wrong = ({ text, allowed }: Cell): boolean => !allowed.has(text)

const VIEWS = { normal: normal(), reported: reported(), extreme: extreme() } as const
const COUNTIES = childrenOf(VIEWS.normal.document.regions, VIEWS.normal.document.info.root)

describe('the numbers of a deck', () => {
  const cells = Object.values(VIEWS).flatMap(cellsOf)

  it(`are those of the API, by a formatter of its own: ${CELLS} cells drawn by the seed ${SEED}`, () => {
    expect(cells.length).toBeGreaterThan(CELLS)
    const chosen = drawn(cells, CELLS, SEED)
    expect(chosen.flatMap((cell) => (wrong(cell) ? [{ where: cell.where, text: cell.text, allowed: [...cell.allowed].slice(0, 8) }] : []))).toEqual([])
  })

  it('would be found if any of them were another', () => {
    expect(cells.filter((cell) => !wrong({ ...cell, text: `${cell.text}9` }))).toEqual([])
    expect(cells.filter((cell) => wrong({ ...cell, text: '' })).length).toBe(cells.length)
  })

  it('are rounded as the formatter rounds', () => {
    expect(without(rounded(moved('1234567', 1e4), 1))).toBe('123.5')
  })
})

/** `chart 640`: each with the sum of its counts. */
const tally = (counts: readonly (readonly [string, number])[]): string[] =>
  [...new Set(counts.map(([name]) => name))].map((name) => `${name} ${counts.reduce((sum, [other, count]) => sum + (other === name ? count : 0), 0)}`)

const told = ({ where, cell }: Triple): string => `${where} ${nameOf(cell)}`

describe('a figure in the API, in the workbook and on the slides', () => {
  const [county] = drawn(COUNTIES, 1, SEED)
  const found = [
    ...Object.entries(VIEWS).map(([name, view]) => triplesOf(view, name)),
    ...(['normal', 'extreme'] as const).map((name) => triplesOf(VIEWS[name], `${name} ${county?.name}`, county?.code))
  ]
  const all = found.flatMap(({ triples }) => triples)
  const half = (region: string | undefined): readonly Triple[] =>
    drawn(
      all.filter((triple) => triple.region === region),
      CELLS / 2,
      SEED
    )
  const chosen = [...half(undefined), ...half(county?.code)]

  it(`is the same in all three, digit for digit and word for word: ${CELLS} drawn by the seed ${SEED}, half of them for a county`, () => {
    expect(chosen).toHaveLength(CELLS)
    expect(chosen.filter((triple) => rowsOf(triple).length === 0).map(told)).toEqual([])
    expect(chosen.filter((triple) => placesOf(triple).length === 0).map(told)).toEqual([])
    const [panels, kinds] = [new Set(chosen.map(({ where }) => where)), new Set(chosen.map(({ kind }) => kind))]
    expect([panels.size > 60, kinds.size > 15]).toEqual([true, true])
    const places = tally(chosen.flatMap(placesOf).map(({ at }) => [at, 1]))
    console.info(
      `seed ${SEED}: ${chosen.length} of ${all.length} figures, ${panels.size} panels, ${kinds.size} kinds, ${county?.name}; on slides ${places.join(', ')}`
    )
    for (const line of tally(found.flatMap(({ without: left }) => [...left]))) console.info(`not on slides: ${line}`)
  })

  it.each(CHANGES)('would be found if the %s were another in any of the three', (_, change) => {
    const asked = chosen.filter(change.concerns)
    const says = (triple: Triple): readonly (readonly [string, number])[] => [
      ['XLSX', rowsOf(triple).length],
      ['PPTX', placesOf(triple).length]
    ]
    // What the three say of it, and nothing else: another figure may be what this one is changed to.
    const missed = asked.flatMap((whole) => {
      const triple = { ...whole, sheet: rowsOf(whole), said: placesOf(whole) }
      const still = [...says(change.inApi(triple)), ...says(change.inSheet(triple)).slice(0, 1), ...says(change.onSlides(triple)).slice(1)]
      return still.flatMap(([file, count], index) => (count === 0 ? [] : [`${index < 2 ? 'API and ' : ''}${file} ${told(triple)}`]))
    })
    expect(missed).toEqual([])
    expect(asked.length).toBeGreaterThan(15)
  })
})
