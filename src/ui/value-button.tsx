import { use, type ReactNode } from 'react'
import { SourceCardContext, type CardSubject } from './source-card-context.ts'

interface ValueButtonProps {
  readonly subject: CardSubject
  readonly className?: string
  readonly label?: string
  readonly children?: ReactNode
}

/** A value of a chart or table that opens its source card. Unlike `Figure` it is no published phrase. */
export function ValueButton({ subject, className = '', label, children }: ValueButtonProps): ReactNode {
  const card = use(SourceCardContext)
  return (
    <button
      type="button"
      className={`value ${className}`}
      aria-label={label}
      data-value={`${subject.observation.indicator}@${subject.observation.refArea}`}
      {...card.triggerFor(subject)}
    >
      {children}
    </button>
  )
}
