import { use, type CSSProperties, type ReactNode } from 'react'
import { SourceCardContext, type CardSubject } from './source-card-context.ts'
import type { RovingItem } from './use-roving.ts'

interface ValueButtonProps {
  readonly subject: CardSubject
  readonly className?: string
  readonly label?: string
  readonly style?: CSSProperties
  /** One of a group that is a single tab stop. */
  readonly roving?: RovingItem
  readonly children?: ReactNode
}

/** A value of a chart or table that opens its source card. Unlike `Figure` it is no published phrase. */
export function ValueButton({ subject, className = '', label, style, roving, children }: ValueButtonProps): ReactNode {
  const card = use(SourceCardContext)
  const trigger = card.triggerFor(subject)
  return (
    <button
      type="button"
      className={`value ${className}`}
      aria-label={label}
      data-value={`${subject.observation.indicator}@${subject.observation.refArea}`}
      style={style}
      {...trigger}
      {...roving}
      onFocus={(event) => {
        roving?.onFocus()
        trigger.onFocus(event)
      }}
    >
      {children}
    </button>
  )
}
