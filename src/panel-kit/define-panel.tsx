import { memo, useEffect, useMemo, type ComponentType, type ReactNode } from 'react'
import type * as z from 'zod/mini'
import { inWords } from '#charts/in-words.ts'
import { observationsOf, periodFor, type PanelData } from '#charts/panel-data.ts'
import type { PanelTable } from '#charts/panel-table.ts'
import type { Panel } from '#contract/scene.ts'
import { clockText } from '#format/period.ts'
import { noScope, ScopeContext } from '#ui/scope-context.ts'
import { useNow } from '#ui/use-now.ts'
import { Boundary } from './boundary.tsx'
import { panelAge } from './panel-age.ts'
import { PanelFrame } from './panel-frame.tsx'
import { EmptyBody, FailedBody, PanelNote } from './panel-notes.tsx'
import { panelStateOf } from './panel-state.ts'
import { PanelTags } from './panel-tags.tsx'
import { sharedScope } from '#charts/shared-scope.ts'
import { usePainted } from './ready.tsx'
import { useScene, type SceneState } from './scene-context.ts'
import { useKept } from './use-kept.ts'

const MINUTE = 60_000

export interface PanelViewProps<Model> {
  readonly model: Model
  readonly panel: Panel
  /** Stale marks are drawn neutral. */
  readonly muted: boolean
}

interface Definition<Options, Model> {
  readonly kind: string
  readonly options: z.ZodMiniType<Options>
  readonly model: (data: PanelData<Options>) => Model | null
  readonly View: ComponentType<PanelViewProps<Model>>
  /** What it shows in one sentence made from its data, without the full stop; the share of demo figures is added here. */
  readonly summary: (model: Model) => string
  readonly table: (model: Model) => PanelTable
  /** The view tells by itself when it has painted (charts do); markup has painted once mounted. */
  readonly paintsLater?: (model: Model) => boolean
  /** It has something to show even when none of its needs is met. */
  readonly drawsWithoutData?: boolean
  /** Something it needs beside the scene's answer is still on its way. */
  readonly waits?: (scene: SceneState) => boolean
  /** Something it needs beside the scene's answer did not come: the sentence that says so. */
  readonly failed?: (scene: SceneState) => string | null
  /** Figures take the place of the head; the panel has no title, tags or notes. */
  readonly bare?: boolean
}

export interface PanelKind {
  readonly kind: string
  readonly Panel: ComponentType<{ readonly panel: Panel }>
  readonly drawsWithoutData: boolean
}

function Markup({ id, children }: { readonly id: string; readonly children: ReactNode }): ReactNode {
  const painted = usePainted()
  useEffect(() => painted(id), [painted, id])
  return children
}

/** What the head says of all figures, none of them says again. */
const ScopeSaid = ({ said, children }: { readonly said: boolean; readonly children: ReactNode }): ReactNode =>
  said ? <ScopeContext value={noScope}>{children}</ScopeContext> : children

/** A panel kind: its options, its model and its view; every state around it comes from here. */
export function definePanel<Options, Model>(definition: Definition<Options, Model>): PanelKind {
  const { kind, drawsWithoutData = false, bare = false, paintsLater = () => false, failed = () => null, waits = () => false } = definition
  // What of the scene it shows it asks for itself: where its model stays, what changes around it does not draw it again.
  const View = memo(definition.View)

  function Body({ panel }: { readonly panel: Panel }): ReactNode {
    const scene = useScene()
    const { answer, boundaries, view } = scene
    const now = useNow(MINUTE)
    const state = panelStateOf(panel, scene, drawsWithoutData, now)
    const observations = useMemo(() => observationsOf({ panel, answer }), [panel, answer])
    const period = useMemo(() => periodFor({ panel, answer }, view.period), [panel, answer, view.period])
    const made = useMemo(
      () => definition.model({ panel, options: definition.options.parse(panel.options ?? {}), answer, boundaries, metric: view.metric, period }),
      [panel, answer, boundaries, view.metric, period]
    )
    const model = useKept(made)
    const empty = state.kind === 'empty' || model === null
    if (waits(scene))
      return (
        <PanelFrame panel={panel} state="loading">
          <p className="panel-wait">加载中</p>
        </PanelFrame>
      )
    const failure = failed(scene)
    if (failure !== null)
      return (
        <PanelFrame panel={panel} state="error">
          <Markup id={panel.id}>
            <p className="note note-err">{failure}</p>
          </Markup>
        </PanelFrame>
      )
    const words = empty
      ? null
      : {
          title: panel.title === '' ? answer.scene.title : panel.title,
          summary: inWords(definition.summary(model), observations),
          table: definition.table(model)
        }
    const age = scene.ages === true && panel.title !== '' ? panelAge(observations, answer, now, scene.timeZone) : null
    const scope = empty || panel.title === '' ? null : sharedScope(observations, answer)
    const tags =
      bare && panel.title === '' ? null : <PanelTags observations={observations} answer={answer} state={empty ? { kind: 'empty' } : state} scope={scope} />
    return (
      <PanelFrame panel={panel} state={empty ? 'empty' : state.kind} tags={tags} words={words} age={age}>
        {!bare && panel.title !== '' && !empty && <PanelNote state={state} scene={scene} />}
        <ScopeSaid said={scope !== null}>
          {empty ? (
            <Markup id={panel.id}>
              <EmptyBody reason={`${panel.title === '' ? '本期数据' : panel.title}尚未公布或报送`} />
            </Markup>
          ) : paintsLater(model) ? (
            <View model={model} panel={panel} muted={state.kind === 'stale'} />
          ) : (
            <Markup id={panel.id}>
              <View model={model} panel={panel} muted={state.kind === 'stale'} />
            </Markup>
          )}
        </ScopeSaid>
      </PanelFrame>
    )
  }

  function Guarded({ panel }: { readonly panel: Panel }): ReactNode {
    const { answer, fetchedAt, timeZone } = useScene()
    const fallback = (): ReactNode => (
      <PanelFrame panel={panel} state="error">
        <Markup id={panel.id}>
          <FailedBody lastSuccess={clockText(fetchedAt, timeZone)} />
        </Markup>
      </PanelFrame>
    )
    return (
      <Boundary resetKey={answer} fallback={fallback}>
        <Body panel={panel} />
      </Boundary>
    )
  }

  return { kind, Panel: Guarded, drawsWithoutData }
}
