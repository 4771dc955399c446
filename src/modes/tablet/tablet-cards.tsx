import { Popover } from '@base-ui/react/popover'
import { useMemo, useState, type ReactNode } from 'react'
import { useScene } from '#panel-kit/scene-context.ts'
import { SourceCardContext, type CardSubject } from '#ui/source-card-context.ts'
import { CardWords, cardsThat } from '#ui/source-card.tsx'
import { Icon } from './icon.tsx'
import './tablet-cards.css'

interface Opened {
  readonly subject: CardSubject
  readonly anchor: DOMRect
  /** The release it was opened under: under another its figure may be out of date. */
  readonly release: number
}

/** In the hand a figure's card stands beside it, and is put away by its cross, a tap elsewhere or a step back in the focus. */
export function TabletCards({ children }: { readonly children: ReactNode }): ReactNode {
  const { answer, timeZone } = useScene()
  const [opened, setOpened] = useState<Opened | null>(null)
  const { release } = answer
  const cards = useMemo(() => {
    const ways = cardsThat((subject, anchor) => setOpened({ subject, anchor, release }))
    // The focus comes back to the figure when its card goes: that opens none.
    return { ...ways, triggerFor: (subject: CardSubject) => ({ ...ways.triggerFor(subject), onFocus: () => undefined }) }
  }, [release])
  const shown = opened !== null && opened.release === release ? opened : null
  const anchor = useMemo(() => (shown === null ? null : { getBoundingClientRect: () => shown.anchor }), [shown])
  return (
    <SourceCardContext value={cards}>
      {children}
      <Popover.Root open={shown !== null} onOpenChange={(open) => !open && setOpened(null)}>
        <Popover.Portal>
          <Popover.Positioner className="tablet-card-place" anchor={anchor} sideOffset={8} collisionPadding={8} align="start">
            <Popover.Popup className="source-card is-tablet" aria-label="来源与口径">
              {shown !== null && <CardWords subject={shown.subject} facts={answer} timeZone={timeZone} />}
              <Popover.Close className="round-button" aria-label="关闭">
                <Icon name="close" />
              </Popover.Close>
            </Popover.Popup>
          </Popover.Positioner>
        </Popover.Portal>
      </Popover.Root>
    </SourceCardContext>
  )
}
