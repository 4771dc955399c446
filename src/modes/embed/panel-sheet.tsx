import { useEffect, useMemo, type CSSProperties, type ReactNode } from 'react'
import { sheetOf } from '#charts/sheet.ts'
import type { Panel } from '#contract/scene.ts'
import { PanelNote } from '#panel-kit/panel-notes.tsx'
import { panelStateOf, type PanelState } from '#panel-kit/panel-state.ts'
import { useScene } from '#panel-kit/scene-context.ts'
import { panelKinds } from '#scenes/panel-kinds.ts'
import { PanelPlace, type ArrangementProps } from '#scenes/scene-grid.tsx'
import { useNow } from '#ui/use-now.ts'
import { BarsMap, hasPlaces } from './bars-map.tsx'
import { useEmbed } from './embed-context.ts'
import { EmbedFoot } from './embed-foot.tsx'
import { EmbedHead } from './embed-head.tsx'
import { heightOf } from './heights.ts'

const MINUTE = 60_000

/** As the panel itself finds it: the head speaks for it. */
function usePanelState(panel: Panel): PanelState {
  const scene = useScene()
  const now = useNow(MINUTE)
  return panelStateOf(panel, scene, panelKinds.get(panel.kind)?.drawsWithoutData ?? false, now)
}

function Body({ panel }: { readonly panel: Panel }): ReactNode {
  const { frame } = useScene()
  const wide = frame !== 'phone'
  const height = heightOf(panel, wide)
  const style: CSSProperties = height === undefined ? {} : { height: `${height}rem` }
  return (
    <div className="embed-body" data-kind={panel.kind}>
      <PanelPlace panel={panel} style={style} />
      {wide && hasPlaces(panel) && <BarsMap panel={panel} />}
    </div>
  )
}

function One({ panel }: { readonly panel: Panel }): ReactNode {
  const scene = useScene()
  const { pack, told } = useEmbed()
  const { answer, view } = scene
  const { info } = pack
  const state = usePanelState(panel)
  const sheet = useMemo(() => sheetOf({ panel, answer, info, metric: view.metric, period: view.period }), [panel, answer, info, view.metric, view.period])
  useEffect(() => told(state.kind, sheet.title, sheet.release), [told, state.kind, sheet.title, sheet.release])
  return (
    <>
      <EmbedHead sheet={sheet} state={state.kind} region={answer.region === info.root ? null : sheet.region} />
      <PanelNote state={state} scene={scene} />
      <Body panel={panel} />
      <EmbedFoot source={sheet.source} edition={sheet.edition} publisher={sheet.publisher} scene={answer.scene.id} view={view} />
    </>
  )
}

/** One panel with all that it may not stand without. */
export const PanelSheet = ({ panels }: ArrangementProps): ReactNode => panels.map((panel) => <One key={panel.id} panel={panel} />)
