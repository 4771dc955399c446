import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import type { PackAnswer } from '#contract/endpoints.ts'
import { RequestError } from '#queries/request.ts'
import { usePack } from '#queries/use-pack.ts'
import { Scene } from '#scenes/scene.tsx'
import { SceneFailed, SceneLoading } from '#scenes/scene-status.tsx'
import { useLateFonts } from '#modes/shell/use-late-fonts.ts'
import { WAIT } from '#tokens/durations.ts'
import { THEMES } from '#tokens/themes.ts'
import type { SetView, View } from '#view/codec.ts'
import type { Wanted } from './address.ts'
import { EmbedContext } from './embed-context.ts'
import { EmbedNote, ToScreen } from './embed-note.tsx'
import type { EmbedState } from './messages.ts'
import { PanelSheet } from './panel-sheet.tsx'
import { SceneSheet } from './scene-sheet.tsx'
import { useEmbedLayout } from './use-embed-layout.ts'
import { useReleaseWatch } from './use-release-watch.ts'
import './embed.css'

type Tell = (state: EmbedState, title: string, release: number) => void

interface EmbedProps {
  readonly wanted: Wanted
  /** What is shown is fixed by a token: only what needs no other answer can be changed. */
  readonly fixed: boolean
  readonly tell: Tell
}

/** What needs no other answer, and what does. */
const [FREE, PLACE] = [
  ['metric', 'period'],
  ['region', 'root']
] as const

/** What is chosen in an embed stays in it: the address is its host's. */
function useOwnView(given: View, fixed: boolean): readonly [View, SetView] {
  const [chosen, choose] = useState<Partial<View>>({})
  const setView = useCallback<SetView>(
    (change) => {
      const keys = [...FREE, ...(fixed ? [] : PLACE)].filter((key) => key in change)
      choose((old) => ({ ...old, ...Object.fromEntries(keys.map((key) => [key, change[key]])) }))
    },
    [fixed]
  )
  const view = useMemo(() => ({ ...given, ...chosen }), [given, chosen])
  return [view, setView]
}

function useTellError(tell: Tell): void {
  useEffect(() => tell('error', '', 0), [tell])
}

function Unknown({ what, tell }: { readonly what: string; readonly tell: Tell }): ReactNode {
  useTellError(tell)
  return (
    <EmbedNote title={`没有这个${what}`}>
      它可能已经改名或撤下。
      <ToScreen />
    </EmbedNote>
  )
}

function Failed({ retry, tell }: { readonly retry: () => void; readonly tell: Tell }): ReactNode {
  useTellError(tell)
  return <SceneFailed seconds={WAIT.retry / 1_000} reason="网络不通或接口没有答复" onRetry={retry} />
}

interface ShownProps extends EmbedProps {
  readonly pack: PackAnswer
  readonly view: View
  readonly setView: SetView
}

function Shown({ wanted: { scene, panel }, fixed, pack, view, setView, tell }: ShownProps): ReactNode {
  const layout = useEmbedLayout(panel === undefined)
  const told = useCallback(
    (state: EmbedState, title: string, release: number) => {
      document.title = `${title} · ${pack.info.title}`
      tell(state, title, release)
    },
    [pack, tell]
  )
  const facts = useMemo(() => ({ pack, told }), [pack, told])
  const failed = (error: Error, retry: () => void): ReactNode =>
    error instanceof RequestError && error.status === 404 ? (
      <Unknown what={panel === undefined ? '场景' : '面板'} tell={tell} />
    ) : (
      <Failed retry={retry} tell={tell} />
    )
  if (!pack.scenes.some(({ id }) => id === scene)) return <Unknown what="场景" tell={tell} />
  return (
    <EmbedContext value={facts}>
      <Scene
        id={scene}
        panel={panel}
        exact={fixed}
        pack={pack}
        view={view}
        setView={setView}
        layout={layout}
        theme={THEMES[view.theme ?? 'paper']}
        Arrangement={panel === undefined ? SceneSheet : PanelSheet}
        failed={failed}
      />
    </EmbedContext>
  )
}

/** A panel, or a scene, on somebody else's page. */
export function Embed(props: EmbedProps): ReactNode {
  const { wanted, fixed, tell } = props
  const [view, setView] = useOwnView(wanted.view, fixed)
  useLateFonts()
  useEffect(() => {
    document.documentElement.dataset.theme = view.theme ?? 'paper'
  }, [view.theme])
  const { pack, shown } = usePack(view)
  useReleaseWatch(shown.release !== undefined)
  const failed = pack.data === undefined && pack.isError
  if (pack.data !== undefined) return <Shown {...props} pack={pack.data} view={shown} setView={setView} />
  return failed ? <Failed retry={() => void pack.refetch()} tell={tell} /> : <SceneLoading />
}
