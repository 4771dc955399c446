import { useMemo, type CSSProperties, type ReactNode } from 'react'
import type { Panel } from '#contract/scene.ts'
import { SceneContext, useScene } from '#panel-kit/scene-context.ts'
import { PanelPlace } from '#scenes/scene-grid.tsx'
import type { Form } from '#view/form.ts'
import { isPicture, madeFor } from './panel-block.ts'
import { paperKind } from './paper-kinds.ts'

const FILL: CSSProperties = { position: 'absolute', inset: 0 }
const NATURAL: CSSProperties = { position: 'static' }

/** Over a map stands its head, and under it its key; the rest of a block is the map's. */
const MAP_ROOM = { top: 0.4, bottom: 3.2 }

/** On a page a map has the whole block to itself. */
function fitted(panel: Panel, width: number): Panel {
  const { fit } = panel.options ?? {}
  if (typeof fit !== 'object' || fit === null || Array.isArray(fit) || typeof fit.wall !== 'object' || Array.isArray(fit.wall)) return panel
  return { ...panel, options: { ...panel.options, fit: { ...fit, wall: { ...fit.wall, ...MAP_ROOM, width: width - 0.5 } } } }
}

interface BlockPlaceProps {
  readonly panel: Panel
  /** In rem. */
  readonly width: number
  /** While it is measured it is as high as what is in it. */
  readonly natural?: boolean
}

/** Of what it was made for on a wall, a list needs so much of the width. */
const WIDE_ENOUGH = 0.77

function formOf(panel: Panel, width: number): Form {
  const own = paperKind(panel.kind).form
  if (own !== undefined) return own
  const narrow = !isPicture(panel) && width < WIDE_ENOUGH * madeFor(panel).width
  return panel.area.wall === undefined || narrow ? 'column' : 'wall'
}

/** A panel on paper: as on a wall, where nothing moves and nothing is touched. One that no wall has is as in a column. */
export function BlockPlace({ panel, width, natural = false }: BlockPlaceProps): ReactNode {
  const scene = useScene()
  const form = formOf(panel, width)
  const state = useMemo(() => ({ ...scene, form }), [scene, form])
  const shown = useMemo(() => fitted(panel, width), [panel, width])
  return (
    <SceneContext value={state}>
      <div className="block" data-form={form}>
        <PanelPlace panel={shown} style={natural ? NATURAL : FILL} />
      </div>
    </SceneContext>
  )
}
