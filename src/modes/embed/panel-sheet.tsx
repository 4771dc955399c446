import { useEffect, useMemo, type ReactNode } from 'react'
import { sheetOf } from '#charts/sheet.ts'
import type { Panel } from '#contract/scene.ts'
import { PanelNote } from '#panel-kit/panel-notes.tsx'
import { panelStateOf, type PanelState } from '#panel-kit/panel-state.ts'
import { useScene } from '#panel-kit/scene-context.ts'
import { panelKinds } from '#scenes/panel-kinds.ts'
import type { ArrangementProps } from '#scenes/scene-grid.tsx'
import { useNow } from '#ui/use-now.ts'
import { BarsMap, hasPlaces } from './bars-map.tsx'
import { useEmbed } from './embed-context.ts'
import { EmbedFoot } from './embed-foot.tsx'
import { EmbedHead } from './embed-head.tsx'
import { FramedPanel } from './framed-panel.tsx'
import { OfPeriod } from './of-period.tsx'

const MINUTE = 60_000

/** As the panel itself finds it: the head speaks for it. */
function usePanelState(panel: Panel): PanelState {
  const scene = useScene()
  const now = useNow(MINUTE)
  return panelStateOf(panel, scene, panelKinds.get(panel.kind)?.drawsWithoutData ?? false, now)
}

interface BodyProps {
  readonly panel: Panel
  readonly empty: boolean
  /** The head has the name that the panel itself would have. */
  readonly said: boolean
}

function Body({ panel, empty, said }: BodyProps): ReactNode {
  const wide = useScene().frame !== 'phone'
  return (
    <div className="embed-body" data-kind={panel.kind} data-said={said}>
      <FramedPanel panel={panel} empty={empty} />
      {wide && !empty && hasPlaces(panel) && <BarsMap panel={panel} />}
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
      <EmbedHead sheet={sheet} state={state.kind} region={sheet.place === '' ? null : sheet.place} />
      <PanelNote state={state} scene={scene} />
      <Body panel={panel} empty={state.kind === 'empty'} said={sheet.statement === null && panel.options?.['display'] === sheet.title} />
      <EmbedFoot source={sheet.source} edition={sheet.edition} publisher={sheet.publisher} scene={answer.scene.id} view={view} />
    </>
  )
}

/** One panel with all that it may not stand without. */
export const PanelSheet = ({ panels }: ArrangementProps): ReactNode => (
  <OfPeriod whose="本面板" panels={panels}>
    {panels.map((panel) => (
      <One key={panel.id} panel={panel} />
    ))}
  </OfPeriod>
)
