import { describe, expect, it } from 'vitest'
import { figureOf, isEmpty, observationsOf, periodFor, periodObservationsOf } from '#charts/panel-data.ts'
import { sceneAnswer } from '#contract/snapshot.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { COUNTY, deepPack } from '#tests/support/deep-pack.ts'
import { answerOf, panelOf } from '#tests/support/panel-data.ts'

const answer = answerOf(normal())
const at = (id: string) => ({ panel: panelOf(answer, id), answer })

describe('what a panel has for a period', () => {
  it('is no part of what it shows without one', () => {
    expect(periodObservationsOf(at('map')).every(({ indicator, freq }) => indicator === 'xxt.services' && freq === 'M')).toBe(true)
    expect(observationsOf(at('map')).some(({ freq }) => freq === 'M')).toBe(false)
    const only = { ...panelOf(answer, 'map'), needs: panelOf(answer, 'map').needs.filter(({ atPeriod }) => atPeriod === true) }
    expect([isEmpty({ panel: only, answer }), only.needs.length]).toEqual([false, 1])
    expect(isEmpty({ panel: { ...only, needs: [...only.needs, { indicator: 'gone', area: 'root', freq: '_Z' }] }, answer })).toBe(true)
  })

  it.each([
    ['map', '2022-03', '2022-03'],
    ['map', '2021-06', undefined],
    ['loans', '2021-06', '2021-06'],
    ['services', '2021-06', undefined],
    ['kpi', '2022-03', undefined],
    ['services', undefined, undefined]
  ])('%s at %s is %s', (id, period, found) => {
    expect(periodFor(at(id), period)).toBe(found)
  })
})

describe('the figure of the root', () => {
  it('is that of the nearest region above that has one, a level down', () => {
    const below = { answer: sceneAnswer(deepPack(), { id: 'zonglan', root: COUNTY }) }
    expect(figureOf(below, 'xxt.members')?.observation).toMatchObject({ refArea: COUNTY, obsValue: '6980' })
    expect(figureOf(below, 'qq.demands')?.observation).toMatchObject({ refArea: '330800' })
    expect(figureOf(below, 'qq.demands', COUNTY)).toBeNull()
  })
})
