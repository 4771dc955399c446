import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'
import { resetClock } from '#format/clock.ts'

// A loaded machine takes its time.
configure({ asyncUtilTimeout: 15_000 })

class IdleResizeObserver implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

globalThis.ResizeObserver ??= IdleResizeObserver

// jsdom moves nothing.
Element.prototype.getAnimations = () => []

// jsdom has no modal dialogs; here they open and close, without the top layer.
Object.assign(HTMLDialogElement.prototype, {
  showModal(this: HTMLDialogElement) {
    this.setAttribute('open', '')
  },
  close(this: HTMLDialogElement) {
    this.removeAttribute('open')
    this.dispatchEvent(new Event('close'))
  }
})

afterEach(() => {
  cleanup()
  resetClock()
  history.replaceState(null, '', '/')
})
