import { useQuery } from '@tanstack/react-query'
import { useMemo, type ReactNode } from 'react'
import type { PackAnswer, SceneAnswer } from '#contract/endpoints.ts'
import { ReadyProvider } from '#panel-kit/ready.tsx'
import { SceneContext, type SceneState } from '#panel-kit/scene-context.ts'
import { boundariesQuery } from '#queries/boundaries-query.ts'
import { useLive } from '#queries/live.tsx'
import { RequestError } from '#queries/request.ts'
import { sceneQuery } from '#queries/scene-query.ts'
import { WAIT } from '#tokens/durations.ts'
import type { Theme } from '#tokens/themes.ts'
import { SourceCardProvider } from '#ui/source-card.tsx'
import type { View } from '#view/codec.ts'
import type { Layout } from '#view/form.ts'
import { SceneGrid } from './scene-grid.tsx'
import { SceneFailed, SceneLoading } from './scene-status.tsx'
import { visiblePanels } from './visible-panels.ts'

interface SceneProps {
  readonly id: string
  readonly pack: PackAnswer
  readonly view: View
  readonly setView: (change: Partial<View>) => void
  readonly layout: Layout
  readonly theme: Theme
  /** The dock tells what is shown: sources and marks. */
  readonly children: (answer: SceneAnswer | undefined) => ReactNode
}

const reasonOf = (error: Error): string => (error instanceof RequestError && error.status !== undefined ? `接口返回 ${error.status}` : '网络不通或答复有误')

function Painted({ state }: { readonly state: SceneState }): ReactNode {
  const { answer, form } = state
  const panels = useMemo(() => visiblePanels(answer, form), [answer, form])
  const ids = useMemo(() => panels.map(({ id }) => id), [panels])
  return (
    <ReadyProvider scene={`${answer.scene.id}|${answer.region}`} panels={ids}>
      <SceneContext value={state}>
        <SourceCardProvider facts={answer} timeZone={state.timeZone}>
          <main className="scene" data-scene={answer.scene.id} aria-label={answer.scene.title}><SceneGrid panels={panels} form={form} /></main>
        </SourceCardProvider>
      </SceneContext>
    </ReadyProvider>
  )
}

/** One scene: its one request, its boundaries and its panels; refreshed in place. */
export function Scene({ id, pack, view, setView, layout, theme, children }: SceneProps): ReactNode {
  const live = useLive()
  const known = pack.info.root === view.region ? undefined : view.region
  const scene = useQuery({ ...sceneQuery({ id, region: known, release: view.release }), refetchInterval: (query) => (query.state.status === 'error' || live.failed ? WAIT.poll : false) })
  const boundaries = useQuery(boundariesQuery(pack.info.root, view.release))
  const answer = scene.data
  const failed = scene.isError || live.failed
  const state = useMemo((): SceneState | null => answer === undefined ? null : {
    answer, boundaries: boundaries.data, map: pack.info.map, form: layout.form, rem: layout.rem, theme, view, setView,
    timeZone: pack.info.timeZone, fetchedAt: scene.dataUpdatedAt, offline: failed, nextAttempt: live.nextAttempt
  }, [answer, boundaries.data, pack, layout, theme, view, setView, scene.dataUpdatedAt, failed, live.nextAttempt])
  return (
    <>
      {state !== null ? <Painted state={state} /> : scene.isError ? <SceneFailed seconds={WAIT.poll / 1_000} reason={reasonOf(scene.error)} /> : <SceneLoading />}
      {children(answer)}
    </>
  )
}
