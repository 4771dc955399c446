import { describe, expect, it } from 'vitest'
import type { Snapshot } from '#contract/snapshot.ts'
import { empty } from '#mocks/fixtures/empty.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { partial } from '#mocks/fixtures/partial.ts'
import { published } from '#mocks/fixtures/published.ts'
import { stale } from '#mocks/fixtures/stale.ts'
import { panelStateOf, type PanelState } from '#panel-kit/panel-state.ts'
import { panelOf } from '#tests/support/panel-data.ts'
import type { SceneState } from '#panel-kit/scene-context.ts'
import { sceneState } from '#tests/support/scene-state.ts'

const LATE = Date.parse('2022-11-20T00:00:00Z')
const stateOf = (snapshot: Snapshot, panel: string, more: Partial<SceneState> = {}, drawsWithoutData = false): PanelState => {
  const scene = sceneState(snapshot, more)
  return panelStateOf(panelOf(scene.answer, panel), scene, drawsWithoutData, LATE)
}

describe('panelStateOf', () => {
  it('is live with data, and for as long as nothing is due', () => {
    expect(stateOf(normal(), 'services')).toEqual({ kind: 'live' })
    expect(stateOf(stale(), 'kpi')).toEqual({ kind: 'live' })
  })

  it('is empty when no need is met by a value', () => {
    expect(stateOf(empty(), 'kpi')).toEqual({ kind: 'empty' })
    expect(stateOf(published(), 'ranking')).toEqual({ kind: 'empty' })
    expect(stateOf(partial(), 'shitang')).toEqual({ kind: 'live' })
  })

  it('is empty without its essential need, whatever else there is', () => {
    expect(stateOf(published(), 'loans')).toEqual({ kind: 'empty' })
  })

  it('is never empty without needs, or when it draws without data', () => {
    expect(stateOf(empty(), 'milestones')).toEqual({ kind: 'live' })
    expect(stateOf(published(), 'map')).toEqual({ kind: 'empty' })
    expect(stateOf(published(), 'map', {}, true)).toEqual({ kind: 'live' })
  })

  it('is stale when what it draws is late', () => {
    expect(stateOf(stale(), 'services')).toEqual({ kind: 'stale', staleness: { period: '2022-09', daysLate: 10 } })
  })

  it('is never stale in the archive of a release', () => {
    expect(stateOf(stale(), 'services', { view: { release: 1 } })).toEqual({ kind: 'live' })
  })

  it('ranks empty before offline before stale', () => {
    expect(stateOf(stale(), 'services', { offline: true })).toEqual({ kind: 'offline' })
    expect(stateOf(empty(), 'services', { offline: true })).toEqual({ kind: 'empty' })
  })
})
