import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'
import { isRefused } from '#queries/request.ts'
import type { Brought } from './address.ts'
import { openHostLine, type HostLine } from './host-line.ts'
import { firstAccess, keepAccess, type Access } from './keep-access.ts'
import { forgetAnswers, keepAnswers } from './kept-answers.ts'
import type { FrameMessage } from './messages.ts'

export interface HostPage {
  readonly access: Access
  readonly say: (message: FrameMessage) => void
}

/** From this width on a whole scene is laid out as a wall; at 16:9 it gets the room for it. */
const WALL = 1280

/** How high it would like to be, in whole CSS px: as what it shows, or as a wall of its width. */
const heightOf = (box: HTMLElement, whole: boolean): number =>
  whole && window.innerWidth >= WALL ? Math.round((window.innerWidth * 9) / 16) : Math.ceil(box.getBoundingClientRect().height)

const refusals = (client: QueryClient, refused: () => void): (() => void) =>
  client.getQueryCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'error' && isRefused(event.action.error)) refused()
  })

/** Only where nobody has to prove anything may answers stay in the browser. What was answered goes when the right to it does. */
function useKeptAnswers({ at }: Access): void {
  const client = useQueryClient()
  const [end] = useState(() => (at === 'open' ? keepAnswers(client) : undefined))
  useEffect(() => {
    if (at !== 'open') end?.()
    if (at !== 'denied') return
    client.clear()
    void forgetAnswers()
  }, [at, end, client])
}

/** The page around this one: it may bring tickets, and is told how high this one is, and how it fares. */
export function useHostPage(box: RefObject<HTMLElement | null>, brought: Brought, whole: boolean): HostPage {
  const client = useQueryClient()
  const [access, setAccess] = useState<Access>(() => firstAccess(brought))
  const line = useRef<HostLine>(undefined)
  const early = useRef<FrameMessage[]>([])
  const say = useCallback((message: FrameMessage): void => {
    if (line.current === undefined) early.current.push(message)
    else line.current.say(message)
  }, [])
  useEffect(() => {
    const opened = openHostLine((message) => message.type === 'token' && keeper.take(message.token))
    const keeper = keepAccess({ brought, want: () => opened.say({ tongxin: 1, type: 'token-wanted' }), onAccess: setAccess })
    const endRefusals = refusals(client, keeper.refused)
    line.current = opened
    for (const message of early.current.splice(0)) opened.say(message)
    return () => {
      endRefusals()
      keeper.end()
      opened.end()
      line.current = undefined
    }
  }, [client, brought])
  useEffect(() => {
    const element = box.current
    if (element === null) return
    const observer = new ResizeObserver(() => say({ tongxin: 1, type: 'height', height: heightOf(element, whole) }))
    observer.observe(element)
    return () => observer.disconnect()
  }, [box, say, whole])
  useKeptAnswers(access)
  return { access, say }
}
