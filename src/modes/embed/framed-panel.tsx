import { useMemo, type ReactNode } from 'react'
import type { Panel } from '#contract/scene.ts'
import { SceneContext, useScene, type SceneState } from '#panel-kit/scene-context.ts'
import { PanelPlace } from '#scenes/scene-grid.tsx'
import { heightOf } from './heights.ts'

/** Rows of a skyline are lower in a frame than on a tablet, where it is the stage; whatever else depends on it is as there, and nothing is scrolled sideways. */
const frameFor = (kind: string): SceneState['frame'] => (kind === 'skyline' ? 'phone' : 'portrait')

interface FramedPanelProps {
  readonly panel: Panel
  /** It is as high as its few words. */
  readonly empty?: boolean
  /** Among others of a column. */
  readonly order?: number
}

/** A panel as high as it needs in a frame of this width. */
export function FramedPanel({ panel, empty = false, order }: FramedPanelProps): ReactNode {
  const scene = useScene()
  const height = empty ? undefined : heightOf(panel, scene.frame !== 'phone')
  const alone = order === undefined
  const framed = useMemo(() => ({ ...scene, frame: frameFor(panel.kind), alone }), [scene, panel.kind, alone])
  return (
    <SceneContext value={framed}>
      <PanelPlace panel={panel} style={{ ...(order === undefined ? {} : { order }), ...(height === undefined ? {} : { height: `${height}rem` }) }} />
    </SceneContext>
  )
}
