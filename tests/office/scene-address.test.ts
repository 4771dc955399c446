import { describe, expect, it } from 'vitest'
import { sceneAnswer } from '#contract/snapshot.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { regionsAsked, sceneAddress } from '#server/render/office/scene-address.ts'
import { formatView, parseView } from '#view/codec.ts'

const BASE = 'https://screen.example/'

describe('where a scene is seen', () => {
  it.each([
    { scene: 'zonglan', release: 1 },
    { scene: 'huigui', region: '330824', release: 12 },
    { scene: 'huigui', region: '330824', root: '330802', metric: 'xxt.members', period: '2022-06', release: 3 },
    { scene: 'huigui', region: undefined, period: '2022', release: 3 }
  ])('is written as the page writes it: %o', (view) => {
    const { region, ...others } = view
    const defined = region === undefined ? others : { ...others, region }
    expect(sceneAddress(BASE, view)).toBe(`${BASE}${formatView(defined)}`)
    expect(parseView(new URL(sceneAddress(BASE, view)).search)).toEqual(defined)
  })

  it('names the region and the root that were asked for, and no defaults', () => {
    const asked = (how: object) => regionsAsked(sceneAnswer(normal(), { id: 'zonglan', ...how }))
    expect(asked({})).toEqual({})
    expect(asked({ region: '330800' })).toEqual({})
    expect(asked({ region: '330824' })).toEqual({ region: '330824' })
    const below = { top: '330800', root: '330802' }
    expect(regionsAsked({ ...below, region: '330802' })).toEqual({ root: '330802' })
    expect(regionsAsked({ ...below, region: '330802001' })).toEqual({ root: '330802', region: '330802001' })
  })
})
