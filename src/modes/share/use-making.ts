import { useEffect, useRef, useState } from 'react'
import type { DeckKind } from './deck-address.ts'
import { download } from './download.ts'
import { makeFile, type Progress } from './make-file.ts'

/** A file that is wanted. */
export interface Wanted {
  readonly address: string
  readonly kind: DeckKind
  readonly name: string
}

export interface BeingMade {
  readonly kind: DeckKind
  readonly progress: Progress
  readonly cancel: () => void
}

interface Said {
  readonly text: string
  readonly failed: boolean
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : '没有做成')

/** One file at a time; whoever leaves the dialog gives it up. `onEnd` is told before the page shows that it is over. */
export function useMaking(onEnd: () => void) {
  const [said, say] = useState<Said>({ text: '', failed: false })
  const [making, setMaking] = useState<BeingMade | null>(null)
  const current = useRef<AbortController | null>(null)
  useEffect(() => () => current.current?.abort(), [])
  const make = ({ address, kind, name }: Wanted): void => {
    const control = new AbortController()
    current.current = control
    const tell = (progress: Progress): void => {
      if (!control.signal.aborted) setMaking({ kind, progress, cancel: () => control.abort() })
    }
    void makeFile(address, { signal: control.signal, tell })
      .then((file): Said => {
        download(file, name)
        return { text: `已保存：${name}`, failed: false }
      })
      .catch((error: unknown): Said => ({ text: messageOf(error), failed: !control.signal.aborted }))
      .then((end) => {
        onEnd()
        say(end)
        setMaking(null)
      })
  }
  return { said, making, make }
}
