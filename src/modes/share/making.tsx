import { useEffect, useRef, useState, type ReactNode, type Ref } from 'react'
import { DECK_KINDS } from './deck-address.ts'
import { makingShare, makingWords } from './making-words.ts'
import type { BeingMade } from './use-making.ts'

/** Milliseconds between two sentences that are read out. */
const PAUSE = 5_000

/** The words for who listens: no more often than they can be listened to. */
export function Spoken({ making: { kind, progress } }: { readonly making: BeingMade }): ReactNode {
  const words = makingWords(progress, kind)
  const latest = useRef(words)
  const [spoken, speak] = useState(`正在生成 ${DECK_KINDS[kind]}`)
  useEffect(() => {
    latest.current = words
  }, [words])
  useEffect(() => {
    const timer = setInterval(() => speak(latest.current), PAUSE)
    return () => clearInterval(timer)
  }, [])
  return spoken
}

interface MakingProps {
  readonly making: BeingMade
  readonly cancelRef: Ref<HTMLButtonElement>
}

/** How far a file is, and the way to give it up. */
export function Making({ making: { kind, progress, cancel }, cancelRef }: MakingProps): ReactNode {
  const words = makingWords(progress, kind)
  const place = useRef<HTMLDivElement>(null)
  // Under the button that was pressed, which may be the last thing that is seen.
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <div ref={place} className="making">
      <p className="making-words">{words}</p>
      <progress className="making-bar" aria-label={`正在生成 ${DECK_KINDS[kind]}`} aria-valuetext={words} {...makingShare(progress)} />
      <button ref={cancelRef} type="button" className="share-button" onClick={cancel}>
        取消
      </button>
    </div>
  )
}
