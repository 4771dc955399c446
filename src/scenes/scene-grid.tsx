import { useEffect, type CSSProperties, type ReactNode } from 'react'
import type { Box, Panel } from '#contract/scene.ts'
import { PanelFrame } from '#panel-kit/panel-frame.tsx'
import { usePainted } from '#panel-kit/ready.tsx'
import type { Form } from '#view/form.ts'
import { panelKinds } from './panel-kinds.ts'
import './scene.css'

const INSETS = ['left', 'right', 'top', 'bottom', 'width', 'height'] as const

const boxStyle = (box: Box): CSSProperties => Object.fromEntries(INSETS.flatMap((side) => (box[side] === undefined ? [] : [[side, `${box[side]}rem`]])))

function placeOf({ area }: Panel, form: Form): CSSProperties {
  if (form !== 'column') return boxStyle(area[form] ?? {})
  return { order: area.column?.order, ...(area.column?.height === undefined ? {} : { height: `min(${area.column.height}rem, 145vw)` }) }
}

function Unknown({ panel }: { readonly panel: Panel }): ReactNode {
  const painted = usePainted()
  useEffect(() => painted(panel.id), [painted, panel.id])
  return (
    <PanelFrame panel={panel} state="error">
      <p className="note note-err">没有这种面板：{panel.kind}</p>
    </PanelFrame>
  )
}

export interface ArrangementProps {
  readonly panels: readonly Panel[]
  readonly form: Form
}

/** One panel in its place. */
export function PanelPlace({ panel, style }: { readonly panel: Panel; readonly style?: CSSProperties }): ReactNode {
  const Kind = panelKinds.get(panel.kind)?.Panel ?? Unknown
  return (
    <div className="scene-place" data-kind={panel.kind} style={style}>
      <Kind panel={panel} />
    </div>
  )
}

/** Lays the panels on the grid of the form: boxes by insets on walls, one readable column below. */
export function SceneGrid({ panels, form }: ArrangementProps): ReactNode {
  return panels.map((panel) => <PanelPlace key={panel.id} panel={panel} style={placeOf(panel, form)} />)
}
