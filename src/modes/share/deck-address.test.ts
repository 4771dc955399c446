import { expect, it } from 'vitest'
import { sceneAnswer } from '#contract/snapshot.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { must } from '#tests/support/panel-data.ts'
import { inPanel, inScene } from './asked-view.ts'
import { deckAddress } from './deck-address.ts'

const answer = sceneAnswer(normal(), { id: 'zonglan' })
const [indicator] = answer.indicators
const month = answer.observations.find(({ freq }) => freq === 'M')
const view = { region: '330881', theme: 'paper' } as const

it('asks for the metric and the month that the scene has', () => {
  const asked = { ...view, metric: indicator?.id, period: month?.timePeriod }
  expect(inScene(asked, answer)).toEqual(asked)
  expect(deckAddress(['zonglan'], 'xlsx', inScene(asked, answer))).toBe(
    `/api/v1/scenes/zonglan.xlsx?region=330881&metric=${indicator?.id}&period=${month?.timePeriod}`
  )
})

it('leaves out what another scene was looked at with: files of it are refused', () => {
  expect(inScene({ ...view, metric: 'of.another', period: '1999-01' }, answer)).toEqual(view)
  expect(deckAddress(['zonglan', 'huigui'], 'pptx', inScene({ ...view, period: '1999' }, answer))).toBe(
    '/api/v1/decks.pptx?scenes=zonglan,huigui&region=330881&theme=paper'
  )
})

it('leaves out of a panel what only others beside it show', () => {
  const panelOf = (id: string) => must(answer.scene.panels.find((panel) => panel.id === id))
  const asked = { ...view, metric: 'xxt.projects', period: '2022-06' }
  expect(inPanel(asked, panelOf('map'), answer)).toEqual(asked)
  expect(inPanel(asked, panelOf('services'), answer)).toEqual({ ...view, period: '2022-06' })
  expect(inPanel(asked, panelOf('kpi'), answer)).toEqual({ ...view, metric: 'xxt.projects' })
})
