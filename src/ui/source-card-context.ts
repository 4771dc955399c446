import { createContext, type FocusEvent, type MouseEvent, type PointerEvent } from 'react'
import type { Indicator } from '#contract/indicator.ts'
import type { Observation } from '#contract/observation.ts'

/** What a source card is about. `text` stands for the phrase where the figure is a chart's value. */
export interface CardSubject {
  readonly observation: Observation
  readonly indicator: Indicator
  readonly text?: string
}

/** What makes an element open the card: a click, a finger that rests on it, or focus that came from the keyboard. */
export interface CardTrigger {
  readonly onClick: (event: MouseEvent<HTMLElement>) => void
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void
  readonly 'aria-haspopup': 'dialog'
}

export interface SourceCards {
  readonly triggerFor: (subject: CardSubject) => CardTrigger
  readonly open: (subject: CardSubject, anchor: DOMRect) => void
}

const idle: SourceCards = {
  triggerFor: () => ({ onClick: () => undefined, onFocus: () => undefined, onPointerDown: () => undefined, 'aria-haspopup': 'dialog' }),
  open: () => undefined
}

export const SourceCardContext = createContext<SourceCards>(idle)
