import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { cardRows, cardValue, type CardFacts } from './source-card-rows.ts'
import { onLongPress } from './long-press.ts'
import { SourceCardContext, type CardSubject, type SourceCards } from './source-card-context.ts'
import './source-card.css'

interface Opened {
  readonly subject: CardSubject
  readonly anchor: DOMRect
  /** The release it was opened under: under another its figure may be out of date. */
  readonly release: number | undefined
}

/** Beside its figure where there is room, and always inside the window. */
function usePlace({ anchor }: Opened) {
  const ref = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const card = ref.current
    if (card === null) return
    const gap = 8
    const below = anchor.bottom + gap + card.offsetHeight <= window.innerHeight
    const top = below ? anchor.bottom + gap : anchor.top - gap - card.offsetHeight
    // Within a dialog that is moved, its corner and not the window's is where it is placed from.
    card.style.top = card.style.left = '0px'
    const origin = card.getBoundingClientRect()
    card.style.top = `${Math.max(gap, Math.min(top, window.innerHeight - card.offsetHeight - gap)) - origin.top}px`
    card.style.left = `${Math.max(gap, Math.min(anchor.left, window.innerWidth - card.offsetWidth - gap)) - origin.left}px`
  }, [anchor])
  return ref
}

interface CardWordsProps {
  readonly subject: CardSubject
  readonly facts: CardFacts
  readonly timeZone: string
}

/** What the card says. */
export const CardWords = ({ subject, facts, timeZone }: CardWordsProps): ReactNode => (
  <>
    <h4>{subject.indicator.name}</h4>
    <p className="source-card-value">{cardValue(subject, facts)}</p>
    <dl>
      {cardRows(subject, facts, timeZone).map(([term, text]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  </>
)

function Card({ opened, facts, timeZone }: { readonly opened: Opened; readonly facts: CardFacts; readonly timeZone: string }): ReactNode {
  const ref = usePlace(opened)
  return (
    <div ref={ref} className="source-card" role="dialog" aria-label="来源与口径">
      <CardWords subject={opened.subject} facts={facts} timeZone={timeZone} />
    </div>
  )
}

/** The ways to the card, by what opens it. */
export const cardsThat = (open: SourceCards['open']): SourceCards => ({
  open,
  triggerFor: (subject) => ({
    onClick: (event) => open(subject, event.currentTarget.getBoundingClientRect()),
    onPointerDown: (event) => onLongPress(event, (rect) => open(subject, rect)),
    onFocus: (event) => {
      if (event.currentTarget.matches(':focus-visible')) open(subject, event.currentTarget.getBoundingClientRect())
    },
    'aria-haspopup': 'dialog'
  })
})

/** Escape, a click elsewhere or a change of size puts the card away. */
function useDismissal(opened: Opened | null, close: () => void): void {
  useEffect(() => {
    if (opened === null) return
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') close()
    }
    const onPointer = (event: PointerEvent): void => {
      if (!(event.target instanceof Element && event.target.closest('.source-card'))) close()
    }
    window.addEventListener('keydown', onKey)
    window.addEventListener('pointerdown', onPointer, true)
    window.addEventListener('resize', close)
    window.addEventListener('scroll', close, true)
    return () => {
      window.removeEventListener('keydown', onKey)
      window.removeEventListener('pointerdown', onPointer, true)
      window.removeEventListener('resize', close)
      window.removeEventListener('scroll', close, true)
    }
  }, [opened, close])
}

/** Shows one source card at a time over the scene. */
export function SourceCardProvider({
  facts,
  timeZone,
  children
}: {
  readonly facts: CardFacts | null
  readonly timeZone: string
  readonly children: ReactNode
}): ReactNode {
  const [opened, setOpened] = useState<Opened | null>(null)
  const close = useCallback(() => setOpened(null), [])
  useDismissal(opened, close)
  const release = facts?.release
  const cards = useMemo(() => cardsThat((subject, anchor) => setOpened({ subject, anchor, release })), [release])
  return (
    <SourceCardContext value={cards}>
      {children}
      {opened !== null && facts !== null && opened.release === release && <Card opened={opened} facts={facts} timeZone={timeZone} />}
    </SourceCardContext>
  )
}
