import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { LiveProvider } from '#queries/live.tsx'
import { SceneLoading } from '#scenes/scene-status.tsx'
import { parseEmbed, takeTicket, type Wanted } from './address.ts'
import { EmbedNote, ToScreen } from './embed-note.tsx'
import { Embed } from './embed.tsx'
import { keepAnswers } from './kept-answers.ts'
import type { EmbedState } from './messages.ts'
import { scopeAddress, useAccess, type Access } from './use-access.ts'
import { useHostPage, type HostPage } from './use-host-page.ts'
import './embed.css'

const REFUSED = { expired: '嵌入授权已过期，请刷新本页', refused: '无权查看' } as const

/** A token fixes what is shown, whatever the address says. */
function wantedOf(access: Access): Wanted | undefined {
  if (access.at !== 'in') return parseEmbed(location.pathname, location.search)
  const { path, search } = scopeAddress(access.session.scope)
  return parseEmbed(path, search)
}

/** Only where nobody has to prove anything may answers stay in the browser. */
function useKeptAnswers(open: boolean): void {
  const client = useQueryClient()
  const [start] = useState(() => (open ? keepAnswers(client) : undefined))
  useEffect(() => {
    if (!open) start?.()
  }, [open, start])
}

interface ContentProps {
  readonly access: Access
  readonly host: HostPage
}

function Content({ access, host: { say } }: ContentProps): ReactNode {
  const wanted = useMemo(() => wantedOf(access), [access])
  const tell = useCallback((state: EmbedState, title: string, release: number) => say({ tongxin: 1, type: 'state', state, title, release }), [say])
  const denied = access.at === 'denied'
  useEffect(() => {
    if (denied) tell('denied', '', 0)
  }, [denied, tell])
  if (access.at === 'denied') return <EmbedNote title={REFUSED[access.why]} />
  if (access.at === 'waiting') return <SceneLoading />
  if (wanted === undefined)
    return (
      <EmbedNote title="没有这个页面">
        嵌入地址应为 /embed/panel/场景/面板 或 /embed/scene/场景。<ToScreen />
      </EmbedNote>
    )
  return (
    <LiveProvider>
      <Embed wanted={wanted} fixed={access.at === 'in'} tell={tell} />
    </LiveProvider>
  )
}

/** What other pages show of this one: no tools, no dock, nothing that steers. */
export function EmbedMode(): ReactNode {
  const [brought] = useState(takeTicket)
  const box = useRef<HTMLDivElement>(null)
  const taken = useRef<(ticket: string) => void>(() => undefined)
  const host = useHostPage(box, useCallback((token: string) => taken.current(token), []))
  const { say } = host
  const { access, take } = useAccess(brought, useCallback(() => say({ tongxin: 1, type: 'token-wanted' }), [say]))
  taken.current = take
  useKeptAnswers(access.at === 'open')
  return (
    <div ref={box} className="embed">
      <Content access={access} host={host} />
    </div>
  )
}
