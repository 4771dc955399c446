import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, type ReactNode } from 'react'
import { LiveProvider } from '#queries/live.tsx'
import { usePack } from '#queries/use-pack.ts'
import { versionQuery } from '#queries/version-query.ts'
import { SceneFailed, SceneLoading } from '#scenes/scene-status.tsx'
import { WAIT } from '#tokens/durations.ts'
import { useLateFonts } from '#modes/shell/use-late-fonts.ts'
import { BriefDocument } from './brief-document.tsx'
import { drawVectors } from './draw-vectors.ts'
import { useAsk } from './use-ask.ts'
import { usePageSize } from './use-page-size.ts'
import './brief.css'
import './paper-panels.css'

drawVectors()

/** Paper is light unless the address says otherwise. */
function useLook(title: string | undefined, theme: string): void {
  useEffect(() => {
    document.documentElement.dataset.theme = theme
  }, [theme])
  useEffect(() => {
    if (title !== undefined) document.title = `${title}·工作简报`
  }, [title])
}

function Brief(): ReactNode {
  const [ask, setAsk] = useAsk()
  usePageSize(ask.size)
  useLateFonts()
  const { pack, shown: view } = usePack(ask.view)
  const version = useQuery(versionQuery())
  useLook(pack.data?.info.title, ask.view.theme ?? 'paper')
  const shown = useMemo(() => ({ ...ask, view }), [ask, view])
  if (pack.data !== undefined) return <BriefDocument pack={pack.data} ask={shown} setAsk={setAsk} base={version.data?.publicUrl ?? location.href} />
  return (
    <div className="brief">
      {pack.isError ? <SceneFailed seconds={WAIT.retry / 1_000} reason="接口没有答复" onRetry={() => void pack.refetch()} /> : <SceneLoading />}
    </div>
  )
}

/** A briefing as pages: to be printed, handed out and shown one by one. */
export const BriefMode = (): ReactNode => (
  <LiveProvider>
    <Brief />
  </LiveProvider>
)
