import { useCallback, useEffect, useState, type ReactNode } from 'react'
import type { PackAnswer, SceneAnswer } from '#contract/endpoints.ts'
import { setReady } from '#panel-kit/ready.tsx'
import { isRefused } from '#queries/request.ts'
import { usePack } from '#queries/use-pack.ts'
import { Scene } from '#scenes/scene.tsx'
import { SceneGrid } from '#scenes/scene-grid.tsx'
import { SceneFailed, SceneLoading } from '#scenes/scene-status.tsx'
import { WAIT } from '#tokens/durations.ts'
import { THEMES, type ThemeId } from '#tokens/themes.ts'
import type { SetView, View } from '#view/codec.ts'
import { LaterHelp } from '#modes/offline/later-help.tsx'
import { OfflineWork } from '#modes/offline/offline-work.tsx'
import { Dock } from '#modes/shell/dock.tsx'
import { Header } from '#modes/shell/header.tsx'
import { later } from '#modes/shell/later.tsx'
import { useLateFonts } from '#modes/shell/use-late-fonts.ts'
import { useLayout } from '#modes/shell/use-layout.ts'
import { useOpened } from '#modes/shell/use-opened.ts'
import { LiveProvider, useLive } from '#queries/live.tsx'
import { useView } from './use-view.ts'
import './desk.css'

const Tools = later(async () => (await import('#modes/tablet/tools.tsx')).Tools)
const Breadcrumb = later(async () => (await import('#modes/tablet/breadcrumb.tsx')).Breadcrumb)
const NewerRelease = later(async () => (await import('#modes/embed/newer-release.tsx')).NewerRelease)
const OfflineNotes = later(async () => (await import('#modes/offline/offline-notes.tsx')).OfflineNotes)
const NotAllowed = later(async () => (await import('#modes/offline/not-allowed.tsx')).NotAllowed, { Meanwhile: SceneLoading })
const NotAllowedStrip = later(async () => (await import('#modes/offline/not-allowed.tsx')).NotAllowedStrip)
/** What does not come leaves the scene in one column. */
const TabletScene = later(async () => (await import('#modes/tablet/tablet-scene.tsx')).TabletScene, { Meanwhile: () => null, Failed: SceneGrid })

/** An unknown scene degrades to the first one of the pack. */
const sceneIn = (pack: PackAnswer, wanted: string | undefined): string => pack.scenes.find(({ id }) => id === wanted)?.id ?? pack.scenes[0]?.id ?? ''

const regionName = (answer: SceneAnswer | undefined, root: string): string => answer?.regions.find(({ code }) => code === root)?.name ?? ''

function useTitle(title: string | undefined): void {
  useEffect(() => {
    if (title !== undefined) document.title = title
  }, [title])
}

function useTheme(theme: ThemeId): void {
  useEffect(() => {
    document.documentElement.dataset.theme = theme
  }, [theme])
}

/** Within another page it is a picture of a scene: what can be done is done around it. */
const FRAMED = window.self !== window.top

const SETTLE = 500
/** What does not paint in this time is waited for no longer. */
const LATE = 4_000

/** What is not needed for the first scene waits until that has painted, and a moment longer. */
function useSettled(): readonly [boolean, (ready: boolean) => void] {
  const [painted, setPainted] = useState(false)
  const [settled, settle] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => settle(true), painted ? SETTLE : LATE)
    return () => clearTimeout(timer)
  }, [painted])
  const report = useCallback((ready: boolean) => {
    setReady(ready)
    if (ready) setPainted(true)
  }, [])
  return [settled, report]
}

interface ShellProps {
  readonly pack: PackAnswer
  readonly view: View
  readonly setView: SetView
  /** The release that the address names, also where there is none such. */
  readonly asked: number | undefined
}

function Shell({ pack, view, setView, asked }: ShellProps): ReactNode {
  const layout = useLayout()
  const live = useLive()
  const current = sceneIn(pack, view.scene)
  const [first] = useState(current)
  const [left, leave] = useState(false)
  if (current !== first && !left) leave(true)
  const [painted, report] = useSettled()
  const { open: notes, show: showNotes, close: closeNotes } = useOpened()
  const { info } = pack
  const inHand = layout.frame !== 'wall'
  return (
    <div className="desk">
      <Scene
        id={current}
        pack={pack}
        view={view}
        setView={setView}
        layout={layout}
        theme={THEMES[view.theme ?? 'ink']}
        entering={left}
        report={report}
        Arrangement={inHand ? TabletScene : undefined}
        help={<LaterHelp pack={pack} view={view} setView={setView} />}
      >
        {(answer, offline) => (
          <>
            <Header
              title={info.title}
              product={info.product}
              regionName={regionName(answer, info.root)}
              dataPeriod={answer?.dataPeriod ?? null}
              connection={offline ? 'offline' : live.failed ? 'polling' : 'live'}
              pinned={view.release}
              release={answer?.release}
              timeZone={info.timeZone}
              onConnection={() => showNotes('notes')}
              scene={inHand ? pack.scenes.find(({ id }) => id === current)?.shortTitle : undefined}
              path={!inHand && answer !== undefined && answer.region !== info.root && <Breadcrumb answer={answer} pack={pack} view={view} setView={setView} />}
              news={asked !== undefined && <NewerRelease release={view.release} />}
              tools={painted && !FRAMED && <Tools pack={pack} answer={answer} view={view} setView={setView} wide={!inHand} />}
            />
            {notes !== undefined && <OfflineNotes onClose={closeNotes} />}
            <Dock pack={pack} current={current} answer={answer} onScene={(scene) => setView({ scene })} />
          </>
        )}
      </Scene>
    </div>
  )
}

/** The interactive page: wall, ultra-wide or one column by the space it gets; it does not rotate. */
export function Desk(): ReactNode {
  const [view, setView] = useView()
  useTheme(view.theme ?? 'ink')
  useLateFonts()
  const { pack, shown } = usePack(view)
  useTitle(pack.data?.info.title)
  const refused = isRefused(pack.error)
  if (pack.data !== undefined)
    return (
      <>
        <Shell pack={pack.data} view={shown} setView={setView} asked={view.release} />
        {refused && <NotAllowedStrip />}
      </>
    )
  return (
    <div className="desk">
      {refused ? (
        <NotAllowed />
      ) : pack.isError ? (
        <SceneFailed seconds={WAIT.retry / 1_000} reason="接口没有答复" onRetry={() => void pack.refetch()}>
          <LaterHelp view={view} setView={setView} />
        </SceneFailed>
      ) : (
        <SceneLoading />
      )}
    </div>
  )
}

/** The desk with what keeps it fresh. */
export const DeskMode = (): ReactNode => (
  <LiveProvider>
    <Desk />
    {!FRAMED && <OfflineWork />}
  </LiveProvider>
)
