import { describe, expect, it } from 'vitest'
import { boundariesAnswer, packAnswer, sceneAnswer } from '#contract/snapshot.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { renderDeck } from '#server/render/office/pptx/render-deck.ts'
import { regionsAsked, sceneAddress } from '#server/render/office/scene-address.ts'
import { formatView, parseView } from '#view/codec.ts'
import { opened, pens, readSlides } from './decks.ts'

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
    expect(regionsAsked({ ...below, region: '330899' })).toEqual({ root: '330802', region: '330899' })
  })

  it('is cited as it was asked for, each scene of a deck by its own', () => {
    const snapshot = normal()
    const scenes = ['huigui', 'qinqing'].map((id) => ({
      scene: JSON.stringify(sceneAnswer(snapshot, { id, region: '330824' })),
      boundaries: JSON.stringify(boundariesAnswer(snapshot, { code: '330800', context: '1' }))
    }))
    const pack = JSON.stringify(packAnswer(snapshot))
    const deck = renderDeck({ format: 'pptx', theme: 'paper', scenes, pack, period: '2022-06', address: BASE }, pens)
    const [sources, ...slides] = readSlides(opened(deck)).toReversed()
    const asked = (scene: string): string => `${BASE}?scene=${scene}&region=330824&period=2022-06&release=${snapshot.release.release}`
    for (const scene of ['huigui', 'qinqing']) {
      expect(sources?.notes.filter((line) => line.endsWith(`，${asked(scene)}`))).toHaveLength(1)
      expect(slides.filter(({ notes }) => notes.some((line) => line.startsWith('【引用】') && line.endsWith(`，${asked(scene)}`))).length).toBeGreaterThan(1)
    }
  })
})
