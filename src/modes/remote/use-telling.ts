import { useEffect, useEffectEvent, useRef } from 'react'
import type { RemoteShown } from '#contract/remote.ts'
import { tellShown } from '#queries/remote-wall.ts'
import { wallId } from '#modes/wall/wall-identity.ts'
import { remoteKey } from './remote-key.ts'

/** Tells the server what a steered wall shows whenever `what` changes: one report at a time, and the newest one last. */
export function useTelling(on: boolean, what: string, now: () => RemoteShown): void {
  const state = useRef({ busy: false, again: false })
  const tell = useEffectEvent(async (): Promise<void> => {
    const { current } = state
    current.again = true
    if (current.busy) return
    current.busy = true
    while (current.again) {
      current.again = false
      // A report that is lost is followed by another one soon: the tablet says every few seconds that it is there.
      await tellShown({ wall: wallId(), key: remoteKey() }, now()).catch(() => undefined)
    }
    current.busy = false
  })
  useEffect(() => {
    if (on) void tell()
  }, [on, what])
}
