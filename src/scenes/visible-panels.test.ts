import { describe, expect, it } from 'vitest'
import { isEmpty } from '#charts/panel-data.ts'
import { sceneAnswer, type Snapshot } from '#contract/snapshot.ts'
import { empty } from '#mocks/fixtures/empty.ts'
import { extreme } from '#mocks/fixtures/extreme.ts'
import { hidden } from '#mocks/fixtures/hidden.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { partial } from '#mocks/fixtures/partial.ts'
import { published } from '#mocks/fixtures/published.ts'
import { visiblePanels } from '#scenes/visible-panels.ts'
import type { Form } from '#view/form.ts'
import { answerOf } from '#tests/support/panel-data.ts'

const FORMS = ['wall', 'ultrawide', 'column'] as const satisfies readonly Form[]
const shown = (snapshot: Snapshot, form: Form): string[] => visiblePanels(answerOf(snapshot), form).map(({ id }) => id)

const SIX = ['kpi', 'map', 'ranking', 'results', 'services', 'loans']
const EXPECTED: Record<Form, { readonly normal: readonly string[]; readonly published: readonly string[] }> = {
  wall: { normal: SIX, published: ['kpi', 'map', 'zhibo-in', 'results', 'shitang-in', 'loans-in'] },
  ultrawide: {
    normal: [...SIX, 'levels', 'loop', 'zhibo', 'shitang', 'lianyi', 'milestones'],
    published: ['kpi', 'map', 'results', 'loans-in', 'levels', 'zhibo', 'shitang', 'lianyi', 'milestones', 'jizhi-in', 'huigui-in', 'fuwu-in']
  },
  column: { normal: SIX, published: ['kpi', 'map', 'zhibo-in', 'results', 'shitang-in', 'loans-in'] }
}

describe('visiblePanels', () => {
  it.each(FORMS)('%s shows its panels, and their stand-ins without demo figures', (form) => {
    expect(shown(normal(), form)).toEqual(EXPECTED[form].normal)
    expect(shown(partial(), form)).toEqual(EXPECTED[form].normal)
    expect(shown(extreme(), form)).toEqual(EXPECTED[form].normal)
    expect(shown(published(), form)).toEqual(EXPECTED[form].published)
  })

  it.each(FORMS)('%s has the changes in place of hidden ranks, before any other stand-in', (form) => {
    expect(shown(hidden(), form).toSorted()).toEqual(EXPECTED[form].normal.map((id) => (id === 'ranking' ? 'changes-in' : id)).toSorted())
    const league = (snapshot: Snapshot): string[] => visiblePanels(sceneAnswer(snapshot, { id: 'liangshai' }), form).map(({ id }) => id)
    const wings = form === 'ultrawide'
    expect(league(normal()).toSorted()).toEqual(['head', 'league', 'rules', ...(wings ? ['items', 'totals'] : [])].toSorted())
    expect(league(hidden()).toSorted()).toEqual(['head', 'own', 'rules', ...(wings ? ['own-items', 'own-totals'] : [])].toSorted())
  })

  it.each(FORMS)('%s has no stand-in that would stand empty itself', (form) => {
    expect(shown(empty(), form)).toEqual(EXPECTED[form].normal)
  })

  it('takes the stand-in that has data, of two', () => {
    const answer = answerOf(published())
    const panels = answer.scene.panels.flatMap((panel) =>
      panel.id === 'zhibo-in' ? [{ ...panel, id: 'bare-in', needs: panel.needs.map((need) => ({ ...need, freq: 'D' as const })) }, panel] : [panel]
    )
    expect(visiblePanels({ ...answer, scene: { ...answer.scene, panels } }, 'wall').map(({ id }) => id)).toEqual(EXPECTED.wall.published)
  })

  it.each(FORMS)('%s has no empty panel but the map without demo figures', (form) => {
    const answer = answerOf(published())
    expect(
      visiblePanels(answer, form)
        .filter((panel) => isEmpty({ panel, answer }))
        .map(({ id }) => id)
    ).toEqual(['map'])
  })

  it.each(['wall', 'ultrawide'] as const)('%s puts a stand-in exactly where the other stood', (form) => {
    const { scene } = answerOf(published())
    const standIns = visiblePanels(answerOf(published()), form).filter(({ standsInFor }) => standsInFor !== undefined)
    expect(standIns.length).toBeGreaterThan(2)
    for (const { standsInFor, area } of standIns) expect(area[form]).toEqual(scene.panels.find(({ id }) => id === standsInFor)?.area[form])
  })

  it('shows each published figure at most once in a form without demo figures, but for the map', () => {
    for (const form of FORMS) {
      const needs = visiblePanels(answerOf(published()), form)
        .filter(({ kind }) => kind === 'stats' || kind === 'kpi-band')
        .flatMap((panel) => panel.needs.map(({ indicator }) => indicator))
      expect(needs.filter((id, index) => needs.indexOf(id) !== index)).toEqual([])
    }
  })
})
