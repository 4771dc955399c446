import type { PointerEvent } from 'react'

const RESTS = 450
const STRAYS = 10
/** Two fingers are no press either. */
const ENDS = ['pointerup', 'pointercancel', 'pointerdown', 'scroll'] as const

/** The click that ends a long press is none of its own. */
function swallowClick(): void {
  const swallow = (event: Event): void => {
    event.stopPropagation()
    event.preventDefault()
  }
  const end = (): void => {
    window.removeEventListener('click', swallow, true)
    window.removeEventListener('pointerdown', end, true)
  }
  window.addEventListener('click', swallow, true)
  window.addEventListener('pointerdown', end, true)
}

/** Calls when a finger rests on the element; a mouse, a stroke and a short tap do not. */
export function onLongPress({ pointerType, clientX, clientY, currentTarget }: PointerEvent<HTMLElement>, action: (rect: DOMRect) => void): void {
  if (pointerType !== 'touch') return
  let frame = 0
  const rested = (): void => {
    end()
    swallowClick()
    action(currentTarget.getBoundingClientRect())
  }
  // A browser tells of moves once a frame: on a busy page those of the whole time may only come with the next one.
  const timer = setTimeout(() => {
    frame = requestAnimationFrame(rested)
  }, RESTS)
  const onMove = (event: globalThis.PointerEvent): void => {
    if (Math.hypot(event.clientX - clientX, event.clientY - clientY) > STRAYS) end()
  }
  const end = (): void => {
    clearTimeout(timer)
    cancelAnimationFrame(frame)
    window.removeEventListener('pointermove', onMove, true)
    for (const name of ENDS) window.removeEventListener(name, end, true)
  }
  window.addEventListener('pointermove', onMove, true)
  for (const name of ENDS) window.addEventListener(name, end, true)
}
