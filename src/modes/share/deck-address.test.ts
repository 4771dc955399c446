import { expect, it } from 'vitest'
import { sceneAnswer } from '#contract/snapshot.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { deckAddress, inScene } from './deck-address.ts'

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
