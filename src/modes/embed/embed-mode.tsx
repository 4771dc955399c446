import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { SceneLoading } from '#scenes/scene-status.tsx'
import { parseEmbed, takeTicket, type Wanted } from './address.ts'
import { askSparingly } from './asks-sparingly.ts'
import { EmbedNote, ToScreen } from './embed-note.tsx'
import { Embed } from './embed.tsx'
import type { Access } from './keep-access.ts'
import type { EmbedState } from './messages.ts'
import { wantedBy } from './scope-address.ts'
import { useHostPage, type HostPage } from './use-host-page.ts'
import './embed.css'

const DENIED = { expired: '嵌入授权已过期，请刷新本页', refused: '无权查看' } as const

const wantedHere = (): Wanted | undefined => parseEmbed(location.pathname, location.search)
const wantedIn = (access: Access): Wanted | undefined => (access.at === 'in' ? wantedBy(access.session.scope) : wantedHere())

function Content({ access, say }: HostPage): ReactNode {
  const wanted = useMemo(() => wantedIn(access), [access])
  const tell = useCallback((state: EmbedState, title: string, release: number) => say({ tongxin: 1, type: 'state', state, title, release }), [say])
  const { at } = access
  useEffect(() => {
    if (at === 'denied') tell('denied', '', 0)
    if (at === 'waiting') tell('loading', '', 0)
  }, [at, tell])
  if (access.at === 'denied') return <EmbedNote title={DENIED[access.why]} />
  if (access.at === 'waiting') return <SceneLoading />
  if (wanted === undefined)
    return (
      <EmbedNote title="没有这个页面">
        嵌入地址应为 /embed/panel/场景/面板 或 /embed/scene/场景。
        <ToScreen />
      </EmbedNote>
    )
  return <Embed wanted={wanted} fixed={at === 'in'} tell={tell} />
}

/** What other pages show of this one: no tools, no dock, nothing that steers. */
export function EmbedMode(): ReactNode {
  const client = useQueryClient()
  // Before anything is asked.
  useState(() => askSparingly(client))
  const [brought] = useState(takeTicket)
  const box = useRef<HTMLDivElement>(null)
  const host = useHostPage(box, brought, wantedHere()?.panel === undefined)
  return (
    <div ref={box} className="embed">
      <Content {...host} />
    </div>
  )
}
