import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { Boundary } from '#panel-kit/boundary.tsx'
import { openAnswerStore, type AnswerStore } from '#queries/answer-store.ts'
import { keepLastGood, restoreLastGood } from '#queries/last-good.ts'
import { isRefused } from '#queries/request.ts'
import { LiveProvider } from '#queries/live.tsx'
import { packQuery } from '#queries/pack-query.ts'
import { SceneFailed, SceneLoading } from '#scenes/scene-status.tsx'
import { WAIT } from '#tokens/durations.ts'
import { NotAllowed } from '#modes/offline/not-allowed.tsx'
import { parseWallView } from '#view/wall-codec.ts'
import { ownBuild } from './build.ts'
import { PlainFigures } from './plain-figures.tsx'
import { reloadMemory, reloadPage } from './reloads.ts'
import { Wall } from './wall.tsx'
import { noteError } from './wall-errors.ts'
import { applyWaits } from './wall-settings.ts'

const RETRY = 30_000

/** Told to the guard: from here on the app looks after itself. */
function useStarted(): void {
  useEffect(() => {
    document.documentElement.dataset.booted = ownBuild()
  }, [])
}

/** The answers of the last visit are put in place before anything is asked for. */
function useLastGoodAnswers(client: QueryClient, store: AnswerStore): boolean {
  const [restored, setRestored] = useState(false)
  useEffect(() => {
    void restoreLastGood(client, store).finally(() => setRestored(true))
    return keepLastGood(client, store)
  }, [client, store])
  return restored
}

/** The whole app failed: the figures in words, and another try, by a reload while those are allowed. */
function useRecovery(): { readonly attempt: number; readonly onError: (error: Error) => void } {
  const [attempt, setAttempt] = useState(0)
  const onError = (error: Error): void => {
    noteError(error)
    setTimeout(() => {
      if (!reloadPage()) setAttempt((count) => count + 1)
    }, RETRY)
  }
  return { attempt, onError }
}

function Opened({ store }: { readonly store: AnswerStore }): ReactNode {
  const [url] = useState(() => parseWallView(location.search))
  const [resume] = useState(() => reloadMemory().step)
  const { data: pack, isError, error } = useQuery(packQuery())
  const refused = isRefused(error)
  useEffect(() => applyWaits(pack, url), [pack, url])
  if (pack !== undefined) return <Wall pack={pack} url={url} resume={resume} refused={refused} keeps={store.works} forget={store.clear} />
  if (refused)
    return (
      <div className="wall">
        <NotAllowed />
      </div>
    )
  return <div className="wall">{isError ? <SceneFailed seconds={WAIT.retry / 1_000} reason="接口没有答复" onRetry={() => undefined} /> : <SceneLoading />}</div>
}

const broken = (): ReactNode => <PlainFigures note="页面出错，先列数字，稍后自动恢复" />

/** The unattended wall: what it needs to come up without a network, and what it does when nothing else works. */
export function WallMode(): ReactNode {
  const client = useQueryClient()
  const [store] = useState(openAnswerStore)
  const restored = useLastGoodAnswers(client, store)
  const { attempt, onError } = useRecovery()
  useState(() => applyWaits(undefined, parseWallView(location.search)))
  useStarted()
  if (!restored) return null
  return (
    <LiveProvider>
      <Boundary resetKey={attempt} onError={onError} fallback={broken}>
        <Opened store={store} />
      </Boundary>
    </LiveProvider>
  )
}
