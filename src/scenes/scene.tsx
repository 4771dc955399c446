import { useQuery } from '@tanstack/react-query'
import { memo, useMemo, useState, type ComponentType, type ReactNode } from 'react'
import type { PackAnswer, SceneAnswer } from '#contract/endpoints.ts'
import { EntranceContext } from '#panel-kit/entrance.ts'
import { ReadyProvider } from '#panel-kit/ready.tsx'
import { SceneContext, type SceneState } from '#panel-kit/scene-context.ts'
import { widerScope, type Scoped } from '#format/wider-scope.ts'
import { fromMachine } from '#format/clock.ts'
import { boundariesQuery } from '#queries/boundaries-query.ts'
import { confirmedAt, isUnconfirmed, isUnsure } from '#queries/confirmed.ts'
import { useLive } from '#queries/live.tsx'
import { RequestError } from '#queries/request.ts'
import { sceneQuery } from '#queries/scene-query.ts'
import { WAIT } from '#tokens/durations.ts'
import type { Theme } from '#tokens/themes.ts'
import { useNow } from '#ui/use-now.ts'
import { ScopeContext } from '#ui/scope-context.ts'
import { SourceCardProvider } from '#ui/source-card.tsx'
import type { SetView, View } from '#view/codec.ts'
import type { Layout } from '#view/form.ts'
import { SceneGrid, type ArrangementProps } from './scene-grid.tsx'
import { SceneFailed, SceneLoading } from './scene-status.tsx'
import { visiblePanels } from './visible-panels.ts'

interface SceneProps {
  readonly id: string
  /** Only this panel of it, wherever it has its place. */
  readonly panel?: string
  /** Asked for with the view's own words, default or not: a token holds for these alone. */
  readonly exact?: boolean
  readonly pack: PackAnswer
  readonly view: View
  readonly setView: SetView
  readonly layout: Layout
  readonly theme: Theme
  /** A wall has its answer confirmed again and again, and tells each panel's age. */
  readonly unattended?: boolean
  /** It comes, or came, in place of another one: its marks enter one after the other. */
  readonly entering?: boolean
  /** Told when the scene has painted; without it the page is. */
  readonly report?: (ready: boolean) => void
  /** Where the panels stand; without it on the grid of the form. */
  readonly Arrangement?: ComponentType<ArrangementProps>
  /** Stands where the scene cannot be shown: what can be done meanwhile. */
  readonly help?: ReactNode
  /** In place of the words for a first answer that never came. */
  readonly failed?: (error: Error, retry: () => void) => ReactNode
  /** The dock tells what is shown: sources and marks. */
  readonly children?: (answer: SceneAnswer | undefined, offline: boolean) => ReactNode
}

const statusOf = (error: Error | null): number | undefined => (error instanceof RequestError ? error.status : undefined)

const reasonOf = (error: Error): string => (statusOf(error) === undefined ? '网络不通或答复有误' : `接口返回 ${statusOf(error)}`)

const isPart = ({ regions, root }: SceneAnswer, code: string): boolean =>
  code === root || regions.some((region) => region.code === code && region.parent === root)

/** What broke, in the words of the panels' note. */
function outageOf(error: Error | null): string {
  if (error === null) return '正在连接'
  if (error instanceof RequestError && error.outdated) return '接口返回较早版本'
  return statusOf(error) === undefined ? '已断开' : `接口返回 ${statusOf(error)}`
}

interface PaintedProps extends Pick<SceneProps, 'report' | 'entering' | 'Arrangement'> {
  readonly state: SceneState
  /** All panels of the answer, also those that the form has no place for. */
  readonly all: boolean
}

/** Drawn again only when something of its state has changed, not whenever the wall looks at its clock. */
const Painted = memo(({ state, all, entering = false, report, Arrangement = SceneGrid }: PaintedProps): ReactNode => {
  const { answer, form } = state
  const panels = useMemo(() => (all ? answer.scene.panels : visiblePanels(answer, form)), [all, answer, form])
  const scope = useMemo(() => (figure: Scoped) => widerScope(answer, figure), [answer])
  const ids = useMemo(() => panels.map(({ id }) => id), [panels])
  return (
    <ReadyProvider scene={`${answer.scene.id}|${answer.root}|${answer.region}`} panels={ids} report={report}>
      <SceneContext value={state}>
        <EntranceContext value={entering}>
          <ScopeContext value={scope}>
            <SourceCardProvider facts={answer} timeZone={state.timeZone}>
              <main className="scene" data-scene={answer.scene.id} data-entrance={entering || undefined} aria-label={answer.scene.title}>
                <Arrangement panels={panels} form={form} />
              </main>
            </SourceCardProvider>
          </ScopeContext>
        </EntranceContext>
      </SceneContext>
    </ReadyProvider>
  )
})
Painted.displayName = 'Painted'

interface Shown {
  /** The scene and release that the answer is of, whatever its region. */
  readonly of: string
  readonly answer: SceneAnswer
  readonly fetchedAt: number
}

/** The answer asked for or, until it comes and where it fails, the last one of the same scene and release. */
function useLastGood(of: string, answer: SceneAnswer | undefined, fetchedAt: number): Shown | undefined {
  const [last, setLast] = useState<Shown>()
  if (answer !== undefined && (last?.of !== of || last.answer !== answer || last.fetchedAt !== fetchedAt)) setLast({ of, answer, fetchedAt })
  return last?.of === of ? last : undefined
}

/** The address's region and root, each only where it is no default and the API has not refused it. */
function useAsked(root: string, view: View, exact: boolean) {
  const [refused, setRefused] = useState<Pick<View, 'region' | 'root'>>({})
  const asked = {
    root: (!exact && view.root === root) || view.root === refused.root ? undefined : view.root,
    region: (!exact && view.region === (view.root ?? root)) || view.region === refused.region ? undefined : view.region
  }
  const refuse = (key: 'region' | 'root'): void => setRefused((old) => ({ ...old, [key]: asked[key] }))
  /** What the API does not know degrades to the default: first the root, for the region may be one of the pack's. */
  const unknown = (): void => {
    if (asked.root !== undefined) refuse('root')
    else if (asked.region !== undefined) refuse('region')
  }
  const outside = (answer: SceneAnswer): void => {
    if (asked.region !== undefined && !isPart(answer, asked.region)) refuse('region')
  }
  return { asked, unknown, outside }
}

/** How often a wall looks whether answers are overdue; a page that does not ask again has no need to. */
const [LOOK, HOUR] = [2_000, 3_600_000]

/**
 * A wall asks when a scene comes, and on while it stays, even though the stream says that there is nothing new: what it
 * shows has then been confirmed a moment ago, and a server that has stopped answering is found out.
 */
const CONFIRMED = {
  refetchOnMount: 'always' as const,
  refetchInterval: (query: { readonly state: { readonly status: string } }): number => (query.state.status === 'error' ? WAIT.retry : WAIT.poll)
}

/** One scene: its one request, its boundaries and its panels; refreshed in place. */
export function Scene(props: SceneProps): ReactNode {
  const { id, panel, exact = false, pack, view, setView, layout, theme, unattended = false, entering, report, Arrangement, help, failed, children } = props
  const live = useLive()
  const { asked, unknown, outside } = useAsked(pack.info.root, view, exact)
  const scene = useQuery({ ...sceneQuery({ id, panel, ...asked, release: view.release }), ...(unattended ? CONFIRMED : {}) })
  if (statusOf(scene.error) === 404) unknown()
  else if (scene.data !== undefined) outside(scene.data)
  const confirmed = scene.data === undefined ? 0 : (confirmedAt(scene.data) ?? fromMachine(scene.dataUpdatedAt))
  const shown = useLastGood(`${id}@${view.release ?? ''}`, scene.data, confirmed)
  // The map goes with what is shown: while another root is on its way, the last one stays.
  const boundaries = useQuery(boundariesQuery(shown?.answer.root ?? asked.root ?? pack.info.root, view.release))
  useNow(unattended ? LOOK : HOUR)
  const unsure = unattended ? isUnsure : isUnconfirmed
  const offline = scene.isError || (shown !== undefined && unsure(shown.answer, scene.isFetching))
  const state = useMemo(
    (): SceneState | null =>
      shown === undefined
        ? null
        : {
            answer: shown.answer,
            boundaries: boundaries.data,
            boundariesFailed: boundaries.isError && boundaries.data === undefined,
            map: pack.info.map,
            form: layout.form,
            frame: layout.frame,
            rem: layout.rem,
            theme,
            view,
            setView,
            timeZone: pack.info.timeZone,
            fetchedAt: shown.fetchedAt,
            offline,
            ages: unattended,
            outage: offline ? outageOf(scene.error) : '',
            nextAttempt: scene.error === null ? null : live.failed ? live.nextAttempt : fromMachine(scene.errorUpdatedAt) + WAIT.retry
          },
    [
      shown,
      boundaries.data,
      boundaries.isError,
      pack,
      layout,
      theme,
      view,
      setView,
      offline,
      unattended,
      scene.error,
      scene.errorUpdatedAt,
      live.failed,
      live.nextAttempt
    ]
  )
  return (
    <>
      {state !== null ? (
        <Painted state={state} all={panel !== undefined} entering={entering} report={report} Arrangement={Arrangement} />
      ) : scene.isError && failed !== undefined ? (
        failed(scene.error, () => void scene.refetch())
      ) : scene.isError ? (
        <SceneFailed seconds={WAIT.retry / 1_000} reason={reasonOf(scene.error)} onRetry={() => void scene.refetch()}>
          {help}
        </SceneFailed>
      ) : (
        <SceneLoading />
      )}
      {children?.(shown?.answer, offline)}
    </>
  )
}
