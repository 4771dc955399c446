import type { DeckScene } from '#server/render/office/pptx/deck-panel.ts'
import type { Opened } from '#server/render/office/pptx/validate/opened.ts'
import { all, type XmlNode } from '#server/render/office/pptx/validate/xml-read.ts'
import { readBook, type ReadSheet } from './books.ts'
import { dateOf, paragraphsOf, readSlides, type ReadSlide } from './decks.ts'

/** One point of a chart, as the workbook behind it has it. */
export interface SaidPoint {
  readonly at: 'chart'
  readonly category: string
  /** Without its unit. */
  readonly series: string
  readonly unit: string
  readonly number: string
  readonly text: string
  readonly period: string
  readonly status: string
}

/** A row of a table, and what its slide says over and under it. */
export interface SaidRow {
  readonly at: 'table'
  readonly title: string
  readonly cells: readonly string[]
  readonly heads: readonly string[]
  readonly around: readonly string[]
}

/** A figure in large letters: what it is, how it reads, of when and of what status; words about it may follow. */
export interface SaidFigure {
  readonly at: 'figure'
  readonly title: string
  readonly lines: readonly string[]
}

/** An area of a map, by the words for who does not see it. */
export interface SaidArea {
  readonly at: 'map'
  readonly words: string
  readonly around: readonly string[]
}

/** What a slide states at its head. */
export interface SaidTitle {
  readonly at: 'title'
  readonly text: string
  readonly around: readonly string[]
}

export type Said = SaidPoint | SaidRow | SaidFigure | SaidArea | SaidTitle

const ABOUT = ['显示', '期间', '状态'] as const

/** Of each series the column of one of its three texts: by its name where there are several. */
const columnOf = (heads: readonly string[], series: string, several: boolean, what: string): number =>
  heads.indexOf(several ? `${series.replace(/（[^）]*）$/, '')} ${what}` : what)

function pointsIn({ rows: [head, ...rows] }: ReadSheet): SaidPoint[] {
  const heads = [...(head?.values() ?? [])].map(({ text }) => text)
  const count = (heads.length - 1) / 4
  return Array.from({ length: count }, (_, index) => index + 1).flatMap((column) => {
    const series = heads[column] ?? ''
    const [shown, period, status] = ABOUT.map((what) => columnOf(heads, series, count > 1, what))
    return rows.map((row): SaidPoint => {
      const dated = row.get(0)?.kind === 'number'
      const at = (index = -1): string => {
        const text = row.get(index)?.text ?? ''
        return index === 0 && dated ? dateOf(text, heads[0] === '日期' ? 'yyyy-mm-dd' : 'yyyy-mm') : text
      }
      return {
        at: 'chart',
        category: at(0),
        series: series.replace(/（[^）]*）$/, ''),
        unit: /（([^）]*)）$/.exec(series)?.[1] ?? '',
        number: at(column),
        text: at(shown),
        period: at(period),
        status: at(status)
      }
    })
  })
}

const chartsOf = ({ relations, bytes }: Opened, slide: string): SaidPoint[] =>
  relations
    .filter(({ from, type }) => from === slide && type === 'chart')
    .flatMap(({ target }) => {
      const book = bytes.get(relations.find(({ from, type }) => from === target && type === 'package')?.target ?? '')
      const sheet = book === undefined ? undefined : readBook(book).sheets.find(({ name }) => name === '数据')
      return sheet === undefined ? [] : pointsIn(sheet)
    })

const tablesOf = ({ title, tables, texts, notes }: ReadSlide): SaidRow[] =>
  tables.flatMap(([heads = [], ...rows]) => rows.map((cells): SaidRow => ({ at: 'table', title, heads, cells, around: [...texts, ...notes] })))

const boxesOf = (root: XmlNode, title: string): SaidFigure[] =>
  all(root, 'p:sp')
    .map(paragraphsOf)
    .filter((lines) => lines.length >= 3)
    .map((lines) => ({ at: 'figure', title, lines }))

const areasOf = (root: XmlNode, around: readonly string[]): SaidArea[] =>
  all(root, 'p:sp')
    .filter((shape) => all(shape, 'a:custGeom').length > 0)
    .flatMap((shape) =>
      all(shape, 'p:cNvPr').flatMap(({ attrs }) => (attrs.has('descr') ? [{ at: 'map' as const, words: attrs.get('descr') ?? '', around }] : []))
    )

/** Everywhere on a deck's slides that figures are said, and in the workbooks behind its charts. */
export const saidIn = (deck: Opened): Said[] =>
  readSlides(deck).flatMap((slide) => {
    const root = deck.xml.get(slide.path)
    if (root === undefined) return []
    const title: SaidTitle = { at: 'title', text: slide.title, around: slide.texts }
    return [title, ...chartsOf(deck, slide.path), ...tablesOf(slide), ...boxesOf(root, slide.title), ...areasOf(root, slide.texts)]
  })

/** A scene with one of its panels. */
export const alone = (scene: DeckScene, index: number): DeckScene => ({ ...scene, panels: scene.panels.slice(index, index + 1) })
