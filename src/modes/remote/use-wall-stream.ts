import { useEffect } from 'react'
import { askCode, openWallStream } from '#queries/remote-wall.ts'
import { noteError } from '#modes/wall/wall-errors.ts'
import { wallId } from '#modes/wall/wall-identity.ts'
import { remoteKey } from './remote-key.ts'
import type { Steering } from './steering.ts'

/** The wall listens for as long as it stands. */
export function useWallStream(steering: Steering): void {
  useEffect(
    () =>
      openWallStream({
        wall: wallId(),
        key: remoteKey(),
        onFault: noteError,
        onNews: (news) => {
          if (news.kind === 'code') steering.onCode(news.code)
          if (news.kind === 'control') steering.onControl(news.control)
          if (news.kind === 'command') steering.onCommand(news.command)
        }
      }),
    [steering]
  )
}

const PRESS = 1_000
/** In CSS px: a finger that holds still. */
const STILL = 12

/** Somebody stands before the wall and wants its code: a long press anywhere, or the key R. */
export function useCodeAsked(): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let from = { x: 0, y: 0 }
    const ask = (): void => void askCode({ wall: wallId(), key: remoteKey() }).catch(noteError)
    const cancel = (): void => clearTimeout(timer)
    const press = ({ clientX, clientY }: PointerEvent): void => {
      cancel()
      from = { x: clientX, y: clientY }
      timer = setTimeout(ask, PRESS)
    }
    const move = ({ clientX, clientY }: PointerEvent): void => {
      if (Math.hypot(clientX - from.x, clientY - from.y) > STILL) cancel()
    }
    const key = ({ key: name, repeat, ctrlKey, altKey, metaKey }: KeyboardEvent): void => {
      if (name.toLowerCase() === 'r' && !repeat && !ctrlKey && !altKey && !metaKey) ask()
    }
    const listeners = { pointerdown: press, pointermove: move, pointerup: cancel, pointercancel: cancel, keydown: key }
    for (const [name, listener] of Object.entries(listeners)) window.addEventListener(name, listener as EventListener)
    return () => {
      cancel()
      for (const [name, listener] of Object.entries(listeners)) window.removeEventListener(name, listener as EventListener)
    }
  }, [])
}
