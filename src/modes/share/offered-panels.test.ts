import { describe, expect, it } from 'vitest'
import { panelTitle } from '#charts/sheet.ts'
import { sceneAnswer, type Snapshot } from '#contract/snapshot.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { published } from '#mocks/fixtures/published.ts'
import { offeredPanels } from './offered-panels.ts'

const offered = (snapshot: Snapshot, id: string) => offeredPanels(sceneAnswer(snapshot, { id }), undefined)
const idsOf = (snapshot: Snapshot, id: string): string[] => offered(snapshot, id).map((panel) => panel.id)

describe('what can be taken', () => {
  it('has what another form shows again once, and no bare title', () => {
    expect(idsOf(normal(), 'yinling')).toEqual(['title', 'hall', 'recognition', 'monthly', 'awards', 'rhythm', 'initiatives'])
    expect(idsOf(normal(), 'zhibo')).toEqual(['programmes', 'chain', 'ridges', 'counties', 'goods'])
  })

  it('has a stand-in where it is shown', () => {
    expect(idsOf(published(), 'zhibo')).toEqual(expect.arrayContaining(['ridges-in']))
    expect(idsOf(published(), 'zhibo')).not.toContain('ridges')
  })

  it.each([normal(), published()])('gives each a name of its own', (snapshot) => {
    for (const { id } of snapshot.document.scenes) {
      const answer = sceneAnswer(snapshot, { id })
      const names = offeredPanels(answer, undefined).map((panel) => panelTitle({ panel, answer }))
      expect(names, id).toEqual([...new Set(names)])
    }
  })
})
