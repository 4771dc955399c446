import { useCallback, useEffect, useRef, type RefObject } from 'react'
import { openHostLine, type HostLine } from './host-line.ts'
import type { FrameMessage } from './messages.ts'

export interface HostPage {
  readonly say: (message: FrameMessage) => void
}

/** From this width on a whole scene is laid out as a wall; at 16:9 it gets the room for it. */
const WALL = 1280

/** How high it would like to be, in whole CSS px: as what it shows, or as a wall of its width. */
const heightOf = (box: HTMLElement): number =>
  document.documentElement.dataset.form === 'column' || window.innerWidth < WALL
    ? Math.ceil(box.getBoundingClientRect().height)
    : Math.round((window.innerWidth * 9) / 16)

/** The page around this one: it is told how high this one is, and may bring tickets. */
export function useHostPage(box: RefObject<HTMLElement | null>, onToken: (token: string) => void): HostPage {
  const line = useRef<HostLine>(undefined)
  const early = useRef<FrameMessage[]>([])
  const say = useCallback((message: FrameMessage): void => {
    if (line.current === undefined) early.current.push(message)
    else line.current.say(message)
  }, [])
  useEffect(() => {
    const opened = openHostLine((message) => {
      if (message.type === 'token') onToken(message.token)
    })
    line.current = opened
    for (const message of early.current.splice(0)) opened.say(message)
    const element = box.current
    const measure = (): void => {
      if (element !== null) opened.say({ tongxin: 1, type: 'height', height: heightOf(element) })
    }
    const observer = new ResizeObserver(measure)
    if (element !== null) observer.observe(element)
    return () => {
      observer.disconnect()
      opened.end()
      line.current = undefined
    }
  }, [box, onToken])
  return { say }
}
