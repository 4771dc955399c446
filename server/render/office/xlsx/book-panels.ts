import { childrenOf } from '#contract/snapshot.ts'
import type { SceneAnswer } from '#contract/endpoints.ts'
import type { Feature, FeatureCollection, PackInfo } from '#contract/pack.ts'
import type { Panel } from '#contract/scene.ts'
import type { PanelTable } from '#charts/panel-table.ts'
import { PICTURE_KINDS } from '#charts/picture-kinds.ts'
import { model as rankingOf } from '#charts/ranking.ts'
import { sheetOf, type Sheet } from '#charts/sheet.ts'
import { deckPanels } from '#server/render/office/pptx/deck-panel.ts'
import { cellsOf } from '#server/render/panel-csv.ts'

/** What a sheet of a workbook is made from: a panel's own table, or figures. Nothing of it goes without its sheet. */
export interface BookPanel {
  readonly sheet: Sheet
  /** Where its scene is shown, and what that is called in short. */
  readonly address: string
  readonly scene: string
  /** What the workbook calls it. */
  readonly title: string
  /** What the panel shows, where its figures do not say that by themselves: words, or what is reckoned from figures. Null for a sheet of figures. */
  readonly table: PanelTable | null
  /** What the panel shows of its figures, behind them; null where it has a sheet of its own, or shows nothing. */
  readonly shown: PanelTable | null
  /** Of a sheet of figures the panels that have them. */
  readonly panels: readonly string[]
  /** What ※ at a score means, as slides and the screen say it: `缺一项，折算`; empty where none has it. */
  readonly key: string
}

interface BookScene {
  readonly answer: SceneAnswer
  readonly info: PackInfo
  readonly address: string
  readonly metric?: string | undefined
  readonly period?: string | undefined
}

interface Shown {
  readonly sheet: Sheet
  readonly table: PanelTable
  readonly reckoned: boolean
  /** All that is told of its figures. */
  readonly figures: string
}

const featureOf = (code: string): Feature => ({ type: 'Feature', properties: { kind: 'area', code }, geometry: { type: 'Polygon', coordinates: [] } })

/** Of the areas of a scene their codes alone: a table is drawn on no map. */
const areasOf = ({ regions, root }: SceneAnswer): FeatureCollection => ({
  type: 'FeatureCollection',
  features: childrenOf(regions, root).map(({ code }) => featureOf(code))
})

/** Whether it shows scores, or their changes, that are reckoned from figures. */
const isReckoned = ({ needs }: Panel, { indicators }: SceneAnswer): boolean =>
  needs.some((need) => indicators.some(({ id, composite, changeOf }) => id === need.indicator && (composite !== undefined || changeOf !== undefined)))

function keyOf({ sheet: { panel }, table }: Page, answer: SceneAnswer): string {
  const marked = table?.rows.some((row) => row.some((text) => text.includes('※'))) === true
  const score = answer.indicators.find(({ id, composite }) => composite !== undefined && panel.needs.some(({ indicator }) => indicator === id))
  return marked && score !== undefined ? (rankingOf({ panel, answer, options: { composite: score.id } })?.key ?? '').replace(/^※ /, '') : ''
}

const EMPTY: PanelTable = { columns: [], rows: [] }

function shownOf(panel: Panel, { answer, info, metric, period }: BookScene): Shown {
  const made = PICTURE_KINDS.get(panel.kind)?.({ panel, answer, boundaries: areasOf(answer), metric, period, map: info.map })
  const sheet = sheetOf({ panel, answer, info, metric, period })
  return { sheet, figures: JSON.stringify(sheet.figures.map(cellsOf)), table: made?.table ?? EMPTY, reckoned: isReckoned(panel, answer) }
}

const hasOwnTable = ({ sheet: { figures }, table: { rows }, reckoned }: Shown): boolean => rows.length > 0 && (reckoned || figures.length === 0)

/** Each once, by what it says: a workbook needs no second one for another form of screen. */
function distinct<T>(all: readonly T[], said: (one: T) => unknown): T[] {
  const seen = new Set<string>()
  return all.filter((one) => {
    const key = JSON.stringify(said(one))
    return seen.has(key) ? false : seen.add(key)
  })
}

type Page = Pick<BookPanel, 'sheet' | 'title' | 'table' | 'shown' | 'panels'>

const tablePage = ({ sheet, table }: Shown): Page => ({ sheet, title: sheet.title, table, shown: null, panels: [] })
const figuresPage = ({ sheet, table }: Shown): Page => ({
  sheet,
  title: sheet.title,
  table: null,
  shown: table.rows.length === 0 ? null : table,
  panels: [sheet.panel.id]
})

/** What tables are reckoned from: figures that several have stand in one sheet. */
const reckonedFrom = (shown: readonly Shown[]): Page[] =>
  distinct(shown, ({ figures }) => figures).map((first) => {
    const same = shown.filter(({ figures }) => figures === first.figures).map(({ sheet }) => sheet)
    const { sheet } = first
    const told = same.every(({ title }) => title === sheet.title) ? sheet.title : sheet.scene.title
    return { sheet, title: `${told}·数据`, table: null, shown: null, panels: same.map(({ panel }) => panel.id) }
  })

/** The panels of a scene in the order they are read in, as decks have them; behind them the figures that scores are reckoned from. */
export function bookPanels(scene: BookScene): readonly BookPanel[] {
  const { answer, address } = scene
  const shown = deckPanels(answer).map((panel) => shownOf(panel, scene))
  const own = shown.filter(hasOwnTable)
  const pages = distinct(shown, (one) => [one.sheet.title, one.figures, hasOwnTable(one) ? one.table : null])
  return [
    ...pages.map((one) => (hasOwnTable(one) ? tablePage(one) : figuresPage(one))),
    ...reckonedFrom(own.filter(({ sheet }) => sheet.figures.length > 0))
  ].map((page) => ({ ...page, key: keyOf(page, answer), address, scene: answer.scene.shortTitle ?? answer.scene.title }))
}
