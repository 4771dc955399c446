import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { PICTURE_KINDS } from '#charts/picture-kinds.ts'
import type { PanelTable } from '#charts/panel-table.ts'
import type { SceneAnswer } from '#contract/endpoints.ts'
import { hasValue, type Observation } from '#contract/observation.ts'
import type { Panel } from '#contract/scene.ts'
import { boundariesAnswer, packAnswer, panelAnswer, type Snapshot } from '#contract/snapshot.ts'
import { chartNumber, phrase } from '#format/phrase.ts'
import { fixtures } from '#mocks/fixtures/fixtures.ts'
import { panelPicture } from '#server/render/panel-picture.ts'
import { changed, must } from '#tests/support/panel-data.ts'
import { roughLetterer, shownIn, wordsOf } from '#tests/support/picture-words.ts'

const VIEWS = ['normal', 'empty', 'partial', 'stale', 'extreme', 'hidden'] as const

const viewOf = (name: string): Snapshot => must(fixtures[name], name)()

/** What an answer's picture shows, and what its table says; null where there is nothing to show. */
function drawn(view: Snapshot, answer: SceneAnswer): { readonly texts: readonly string[]; readonly words: string; readonly table: PanelTable | null } {
  const panel = must(answer.scene.panels[0])
  const { info } = packAnswer(view)
  const boundaries = boundariesAnswer(view, { code: answer.root, context: '1' })
  const { svg } = panelPicture({ answer, info, boundaries, width: 800, theme: 'paper', format: 'svg' }, roughLetterer)
  const made = must(PICTURE_KINDS.get(panel.kind), panel.kind)({ panel, answer, boundaries, map: info.map })
  return { texts: shownIn(svg), words: wordsOf(svg), table: made?.table ?? null }
}

interface Said {
  readonly phrase: string
  /** How a picture may say it: exact ones beside an axis as its numbers do, the unit is in the head. */
  readonly ways: readonly string[]
  readonly counted: boolean
}

/** The figures that stand by themselves in a panel's table: no series and no parts of a whole, which charts draw. */
function figuresIn(table: PanelTable | null, answer: SceneAnswer): Said[] {
  const cells = new Set(table?.rows.flat().map((cell) => cell.replaceAll(/\s/g, '')))
  return answer.observations.flatMap((o) => {
    const indicator = answer.indicators.find(({ id }) => id === o.indicator)
    if (indicator === undefined || !hasValue(o) || o.freq !== '_Z' || o.breakdown !== undefined) return []
    const whole = phrase(o, indicator.unitMeasure).replaceAll(/\s/g, '')
    const number = o.bound === 'exact' ? [chartNumber(o.obsValue ?? '', indicator.seriesScale, indicator.decimals)] : []
    const counted = isCounted(must(answer.scene.panels[0]), answer.root, o)
    return cells.has(whole) ? [{ phrase: whole, ways: [whole, ...number], counted }] : []
  })
}

/** What a mark stands for each by each: a dot of a plate's rim is one, there is no number of them but in the picture's words for those who do not see it. */
function isCounted({ kind, options }: Panel, root: string, o: Observation): boolean {
  const rim = z.safeParse(z.object({ rim: z.object({ indicator: z.string() }) }), options)
  return kind === 'plates' && rim.success && o.indicator === rim.data.rim.indicator && o.refArea !== root
}

const unsaid = (figures: readonly Said[], { texts, words }: Pick<ReturnType<typeof drawn>, 'texts' | 'words'>): string[] =>
  figures.flatMap(({ phrase: whole, ways, counted }) => {
    const shown = counted ? words.includes(whole) : texts.some((text) => text.includes(whole) || ways.includes(text))
    return shown ? [] : [whole]
  })

describe('pictures of panels', () => {
  it('are made of every kind that there is a panel of', () => {
    const kinds = readdirSync('src/panels').flatMap((file) => (file.endsWith('.tsx') ? [file.slice(0, -4)] : []))
    expect(kinds.length).toBeGreaterThan(30)
    expect(kinds.filter((kind) => !PICTURE_KINDS.has(kind))).toEqual([])
  })

  describe.each(VIEWS)('of the view %s', (name) => {
    const view = viewOf(name)
    const panels = view.document.scenes.flatMap(({ id, panels: own }) => own.map((panel) => [id, panel.id, panel.kind] as const))

    it.each(panels.filter(([, , kind]) => PICTURE_KINDS.has(kind)))('say every figure of the table of %s/%s, %s', (scene, panel) => {
      const answer = panelAnswer(view, { scene, panel })
      const picture = drawn(view, answer)
      expect(unsaid(figuresIn(picture.table, answer), picture)).toEqual([])
    })
  })

  it('are asked for enough figures', () => {
    const view = viewOf('normal')
    const count = view.document.scenes.flatMap(({ id, panels }) =>
      panels.flatMap((panel) => {
        if (!PICTURE_KINDS.has(panel.kind)) return []
        const answer = panelAnswer(view, { scene: id, panel: panel.id })
        return figuresIn(drawn(view, answer).table, answer)
      })
    ).length
    expect(count).toBeGreaterThan(100)
  })

  it('would be caught without a qualifier, or without a figure', () => {
    const view = viewOf('normal')
    const answer = panelAnswer(view, { scene: 'zonglan', panel: 'results' })
    const figures = figuresIn(drawn(view, answer).table, answer)
    const bare = changed(view, ({ qualifier: _word, ...o }) => ({ ...o, bound: 'exact' }))
    expect(unsaid(figures, drawn(bare, panelAnswer(bare, { scene: 'zonglan', panel: 'results' })))).toContain('超1200亿元')
    const without = changed(view, (o) => (o.indicator === 'mz.income' ? null : o))
    expect(unsaid(figures, drawn(without, panelAnswer(without, { scene: 'zonglan', panel: 'results' })))).toEqual(['26465元'])
  })
})
