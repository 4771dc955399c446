import { render } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import * as z from 'zod/mini'
import type { PanelData } from '#charts/panel-data.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { definePanel, type PanelViewProps } from '#panel-kit/define-panel.tsx'
import { SceneContext, type SceneState } from '#panel-kit/scene-context.ts'
import { must } from '#tests/support/panel-data.ts'
import { sceneState } from '#tests/support/scene-state.ts'

const options = z.object({})
type Model = readonly { readonly area: string; readonly value: string | null }[]

const drawn = vi.fn<(model: Model) => void>()
afterEach(() => drawn.mockClear())

const kindOf = (model: (data: PanelData<object>) => Model) =>
  definePanel({
    kind: 'counted',
    options,
    model,
    View: (props: PanelViewProps<Model>) => {
      drawn(props.model)
      return null
    },
    summary: () => '',
    table: () => ({ columns: [], rows: [] }),
    drawsWithoutData: true
  })

const values = ({ answer }: PanelData<object>): Model => answer.observations.slice(0, 3).map(({ refArea, obsValue }) => ({ area: refArea, value: obsValue }))

const STATE = sceneState(normal())
const { answer } = STATE

/** A panel with that model in a scene; returns what gives the scene another state. */
function show(model: (data: PanelData<object>) => Model): (change: Partial<SceneState>) => void {
  const { Panel } = kindOf(model)
  const panel = must(answer.scene.panels[0])
  const tree = (state: SceneState) => (
    <SceneContext value={state}>
      <Panel panel={panel} />
    </SceneContext>
  )
  const { rerender } = render(tree(STATE))
  drawn.mockClear()
  return (change) => rerender(tree({ ...STATE, ...change }))
}

const [first, ...rest] = answer.observations

it('a release that changes nothing of a panel does not draw it again', () => {
  const change = show(values)
  change({ answer: { ...answer, release: answer.release + 1 } })
  expect(drawn).not.toHaveBeenCalled()
})

it('a release that changes a figure draws the panel that shows it', () => {
  const change = show(values)
  change({ answer: { ...answer, observations: [{ ...must(first), obsValue: '7' }, ...rest] } })
  expect(drawn).toHaveBeenLastCalledWith(expect.arrayContaining([expect.objectContaining({ value: '7' })]))
})

it('another metric draws only what shows it', () => {
  const change = show(values)
  change({ view: { metric: 'xxt.services' } })
  expect(drawn).not.toHaveBeenCalled()
  const changeOther = show((data) => [{ area: data.metric ?? '', value: null }])
  changeOther({ view: { metric: 'xxt.services' } })
  expect(drawn).toHaveBeenLastCalledWith([{ area: 'xxt.services', value: null }])
})
