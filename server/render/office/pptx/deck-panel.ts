import type { SceneAnswer } from '#contract/endpoints.ts'
import type { FeatureCollection, PackInfo } from '#contract/pack.ts'
import type { Panel } from '#contract/scene.ts'
import { isEmpty } from '#charts/panel-data.ts'
import type { PanelTable } from '#charts/panel-table.ts'
import type { MadePicture } from '#charts/picture-kind.ts'
import { PICTURE_KINDS } from '#charts/picture-kinds.ts'
import { sheetOf, type Sheet } from '#charts/sheet.ts'
import type { NativeBody } from './native-body.ts'
import { BESIDE_KINDS, NATIVE_KINDS } from './native-kinds.ts'
import { saidOfWords } from './word-panels.ts'

/** A panel on its way to a slide: nothing of it goes without its sheet. */
export interface DeckPanel {
  readonly sheet: Sheet
  /** Null for a kind that Office has nothing of its own for. */
  readonly native: NativeBody | null
  /** A chart of all that its picture is made of, for a picture of more figures than a table has room for. */
  readonly beside: NativeBody | null
  /** Null where there is nothing to draw, or nothing that draws it. */
  readonly made: MadePicture | null
  readonly table: PanelTable
}

export interface DeckScene {
  readonly answer: SceneAnswer
  readonly panels: readonly DeckPanel[]
}

export interface SceneInput {
  readonly answer: SceneAnswer
  readonly info: PackInfo
  readonly boundaries?: FeatureCollection | undefined
  readonly metric?: string | undefined
  readonly period?: string | undefined
}

/** Each figure with all that it is never without: the table of what has no words of its own. */
function figureTable({ figures }: Sheet): PanelTable {
  const parts = figures.some(({ part }) => part !== '')
  return {
    columns: ['指标', '地区', ...(parts ? ['分项'] : []), '数值', '期间', '状态'],
    rows: figures.map(({ name, area, part, text, period, status }) => [name, area, ...(parts ? [part] : []), text, period, status])
  }
}

/** Behind a wide space a subtitle says how its picture is drawn, such as with a line for the month before: of a chart of Office's own that is not so. */
const asOffice = (sheet: Sheet, native: NativeBody | null): Sheet =>
  native !== null && native.charts.length > 0 ? { ...sheet, subtitle: sheet.subtitle.replace(/　[^，]*/u, '') } : sheet

function panelOf(panel: Panel, { answer, info, boundaries, metric, period }: SceneInput): DeckPanel {
  const sheet = saidOfWords(sheetOf({ panel, answer, info, metric, period }), answer)
  const input = { panel, answer, boundaries, metric, period, map: info.map }
  const made = PICTURE_KINDS.get(panel.kind)?.(input) ?? null
  const [native = null, beside = null] = [NATIVE_KINDS, BESIDE_KINDS].map((kinds) => kinds.get(panel.kind)?.(input) ?? null)
  return { sheet: asOffice(sheet, native), made, native, beside, table: made?.table ?? figureTable(sheet) }
}

/** A title without figures is not a slide of its own: the scene's first slide says it. */
const isTitle = (panel: Panel): boolean => panel.kind === 'headline' && panel.needs.length === 0

const LAST = 1000
const orderOf = ({ area }: Panel): number => area.column?.order ?? LAST

/** Of panels that say the same in the same way, one for each form of screen, a deck has the first. */
function distinct(panels: readonly DeckPanel[]): DeckPanel[] {
  const seen = new Set<string>()
  return panels.filter(({ sheet, table }) => {
    const key = JSON.stringify([sheet.panel.kind, sheet.title, table.rows])
    return seen.has(key) ? false : seen.add(key)
  })
}

/** The panels of a scene in the order they are read in. Where one has no data and another stands in for it, the other takes its place. */
export function deckPanels(answer: SceneAnswer): readonly Panel[] {
  const { panels } = answer.scene
  const empty = new Set(panels.filter((panel) => isEmpty({ panel, answer })).map(({ id }) => id))
  const standIn = (id: string): Panel | undefined => panels.find((panel) => panel.standsInFor === id && !empty.has(panel.id))
  const shown = panels.filter(({ id, standsInFor }) =>
    standsInFor === undefined ? !empty.has(id) || standIn(id) === undefined : empty.has(standsInFor) && standIn(standsInFor)?.id === id
  )
  return shown.filter((panel) => !isTitle(panel)).toSorted((a, b) => orderOf(a) - orderOf(b))
}

/** A scene with all that its slides are made from. */
export const deckScene = (input: SceneInput): DeckScene => ({
  answer: input.answer,
  panels: distinct(deckPanels(input.answer).map((panel) => panelOf(panel, input)))
})
