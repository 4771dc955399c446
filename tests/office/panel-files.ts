import { boundariesAnswer, packAnswer, panelAnswer, sceneAnswer, type Snapshot } from '#contract/snapshot.ts'
import { deckScene, type DeckPanel, type DeckScene } from '#server/render/office/pptx/deck-panel.ts'
import type { Opened } from '#server/render/office/pptx/validate/opened.ts'
import { bookFacts } from '#server/render/office/xlsx/book-facts.ts'
import { bookPanels } from '#server/render/office/xlsx/book-panels.ts'
import { makeBook } from '#server/render/office/xlsx/make-book.ts'
import { cellsOf, type Cell, type PlainAnswer } from '#tests/carried/cells.ts'
import { readBook, type ReadSheet } from './books.ts'
import { saidIn } from './deck-says.ts'
import { deckOf, opened } from './decks.ts'
import { sheetRows, type Triple } from './three-ways.ts'

/** A panel with the slides that it has, and its sheet in the workbook of its scene. */
export interface PanelFiles {
  readonly scene: DeckScene
  readonly panel: DeckPanel
  readonly deck: Opened
  readonly sheet: ReadSheet | undefined
}

const known = new WeakMap<Snapshot, Map<string, readonly PanelFiles[]>>()

function sheetsOf(view: Snapshot, id: string, region: string | undefined): ReadonlyMap<string, ReadSheet> {
  const [answer, { info }] = [sceneAnswer(view, { id, region }), packAnswer(view)]
  const panels = bookPanels({ answer, info, address: '/' })
  const { sheets } = readBook(makeBook(panels, bookFacts([answer], info)))
  const found = panels.flatMap((panel, index) => panel.panels.flatMap((id) => (sheets[index] === undefined ? [] : [[id, sheets[index]] as const])))
  return new Map(found)
}

function filesOf(view: Snapshot, id: string, region: string | undefined): PanelFiles[] {
  const answer = sceneAnswer(view, { id, region })
  const scene = deckScene({ answer, info: packAnswer(view).info, boundaries: boundariesAnswer(view, { code: answer.root, context: '1' }) })
  const sheets = sheetsOf(view, id, region)
  return scene.panels.map((panel) => ({
    scene,
    panel,
    deck: opened(deckOf(view, [{ ...scene, panels: [panel] }])),
    sheet: sheets.get(panel.sheet.panel.id)
  }))
}

/** The files of every panel, each deck with one panel alone. They are made once. */
export function panelFiles(view: Snapshot, region?: string): readonly PanelFiles[] {
  const own = known.get(view) ?? new Map<string, readonly PanelFiles[]>()
  known.set(view, own)
  const found = own.get(region ?? '') ?? view.document.scenes.flatMap(({ id }) => filesOf(view, id, region))
  own.set(region ?? '', found)
  return found
}

/** Figures that a panel has and its slides, by design, do not: why, or null where they must be there. */
function leftOut({ metric, begins, figure, indicator }: Cell, { panel: { sheet } }: PanelFiles): string | null {
  const { kind, options } = sheet.panel
  if (metric !== undefined) return 'a map shows one of its metrics at a time'
  if (begins) return 'it begins the sums of a running total, and no point is its own'
  if (kind === 'ridgeline' && (figure.timePeriod.length === 7 || (figure.timePeriod.startsWith('..') && figure.origin !== 'published')))
    return 'months are the sums of the days that the chart has; what was before them has no day'
  if (kind === 'session-wave' && indicator.id === options?.['answered']) return 'a wave has the demands of each session; answers are its picture alone'
  return null
}

export interface Triples {
  readonly triples: readonly Triple[]
  /** How many figures are left out, by why. */
  readonly without: ReadonlyMap<string, number>
}

/** Each figure of a view's panels as the API has it, with the sheet and the slides that must say the same. */
export function triplesOf(view: Snapshot, label: string, region?: string): Triples {
  const without = new Map<string, number>()
  const triples = panelFiles(view, region).flatMap((files) => {
    const { scene, panel, deck, sheet } = files
    const answer: PlainAnswer = JSON.parse(JSON.stringify(panelAnswer(view, { scene: scene.answer.scene.id, panel: panel.sheet.panel.id, region })))
    const [all, rows, said] = [cellsOf(answer), sheet === undefined ? [] : sheetRows(sheet), saidIn(deck)]
    return all.flatMap((cell): Triple[] => {
      const why = leftOut(cell, files)
      if (why !== null) without.set(why, (without.get(why) ?? 0) + 1)
      const where = `${label} ${cell.scene}/${cell.panel}`
      return why === null ? [{ where, kind: panel.sheet.panel.kind, region, root: answer.root, cell, siblings: all, sheet: rows, said }] : []
    })
  })
  return { triples, without }
}
