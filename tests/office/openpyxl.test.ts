import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { extreme } from '#mocks/fixtures/extreme.ts'
import { columnName } from '#server/render/office/sheet-xml.ts'
import { all } from '#server/render/office/pptx/validate/xml-read.ts'
import { pathOf } from '#tests/support/debian-program.ts'
import { factsOf, readBook, workbookOf } from './books.ts'

interface TheirCell {
  readonly at: string
  readonly kind: string
  readonly value: string | number
  readonly format: string
}

interface TheirSheet {
  readonly name: string
  readonly frozen: string | null
  readonly filter: string | null
  readonly titles: string | null
  readonly landscape: boolean
  readonly paper: number
  readonly widths: readonly number[]
  readonly merged: readonly string[]
  readonly cells: readonly TheirCell[]
}

interface TheirBook {
  readonly title: string
  readonly creator: string
  readonly modified_by: string
  readonly created: string
  readonly sheets: readonly TheirSheet[]
}

function readByOpenpyxl(file: Uint8Array): TheirBook {
  pathOf('openpyxl')
  const folder = mkdtempSync(join(tmpdir(), 'openpyxl-'))
  try {
    const path = join(folder, 'book.xlsx')
    writeFileSync(path, file)
    return JSON.parse(
      execFileSync('/usr/bin/python3', ['-I', '-B', 'tests/office/read_workbook.py', path], { encoding: 'utf8', maxBuffer: 256e6 })
    ) as TheirBook
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

describe('openpyxl reads a workbook', () => {
  const snapshot = extreme()
  const file = workbookOf(snapshot)
  const [ours, theirs, facts] = [readBook(file), readByOpenpyxl(file), factsOf(snapshot)]

  it('with the same sheets, cells, kinds and digits', () => {
    expect(theirs.sheets.map(({ name }) => name)).toEqual(ours.sheets.map(({ name }) => name))
    const wrong = ours.sheets.flatMap(({ name, rows }, index) => {
      const cells = new Map((theirs.sheets[index]?.cells ?? []).map((cell) => [cell.at, cell]))
      const own = rows.flatMap((row, at) => [...row].map(([column, cell]) => [`${columnName(column)}${at + 1}`, cell] as const))
      const differing = own.filter(([at, { kind, text }]) => {
        const cell = cells.get(at)
        return kind === 'number' ? cell?.kind !== 'n' || Number(text) !== cell.value : cell?.kind !== 's' || cell.value !== text
      })
      return [...differing.map(([at, { text }]) => `${name} ${at} ${text}`), ...(cells.size === own.length ? [] : [`${name}: ${cells.size} of ${own.length}`])]
    })
    expect(wrong).toEqual([])
    expect(theirs.sheets.flatMap(({ cells }) => cells).filter(({ kind }) => kind === 'n').length).toBeGreaterThan(1000)
  })

  it('with thousands parted by commas, and as many places as a number has', () => {
    const numbers = theirs.sheets.flatMap(({ cells }) => cells).filter(({ kind }) => kind === 'n')
    expect(numbers.filter(({ format }) => !format.split(';').every((part) => /^("[^"]+")?#,##0(\.0+)?("[^"]+")?$/.test(part)))).toEqual([])
    const placesIn = (format: string): number => /\.(0+)/.exec(format)?.[1]?.length ?? 0
    // A number that is written in digits alone, and not in powers of ten.
    const hidden = numbers.filter(({ value, format }) => !String(value).includes('e') && (String(value).split('.')[1]?.length ?? 0) > placesIn(format))
    expect(hidden).toEqual([])
  })

  it('with heads that stand still and are filtered, widths, and paper', () => {
    for (const { name, frozen, titles, landscape, paper, merged, widths } of theirs.sheets)
      expect([name, frozen, titles, landscape, paper, merged, widths.every((width) => width >= 8 && width < 100)]).toEqual([
        name,
        'B2',
        '$1:$1',
        true,
        9,
        [],
        true
      ])
    const widths = ours.sheets.map(({ root }) => all(root, 'col').map(({ attrs }) => Number(attrs.get('width'))))
    expect(theirs.sheets.map((sheet) => sheet.widths.toSorted((a, b) => a - b))).toEqual(widths.map((own) => own.toSorted((a, b) => a - b)))
    const tables = theirs.sheets.filter(({ filter }) => filter !== null)
    expect(tables.length).toBeGreaterThan(theirs.sheets.length / 2)
    for (const { filter, cells } of tables) {
      const last = Number(/\d+$/.exec(filter ?? '')?.[0])
      expect(cells.some(({ at }) => at === `A${last}`)).toBe(true)
      expect(cells.some(({ at }) => at === `A${last + 1}`)).toBe(false)
    }
  })

  it('with what it is called, by whom and of when', () => {
    expect([theirs.title, theirs.creator, theirs.modified_by]).toEqual([facts.title, facts.publisher, facts.publisher])
    expect(new Date(`${theirs.created}Z`).getTime()).toBe(new Date(facts.made).getTime())
  })
})
