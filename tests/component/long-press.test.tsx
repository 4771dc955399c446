import { fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { onLongPress } from '#ui/long-press.ts'

const finger = { pointerType: 'touch', clientX: 100, clientY: 100 }
const action = vi.fn<(rect: DOMRect) => void>()
const click = vi.fn<() => void>()

beforeEach(() => {
  vi.useFakeTimers()
  action.mockClear()
  click.mockClear()
  render(
    <button type="button" onPointerDown={(event) => onLongPress(event, action)} onClick={click}>
      6,980名
    </button>
  )
})
afterEach(() => void vi.useRealTimers())

const figure = (): HTMLElement => screen.getByRole('button')
/** The time runs out while the page is busy: moves are told with the frame that follows. */
const busyUntilRested = (): void => void vi.advanceTimersByTime(451)
const nextFrame = (): void => void vi.advanceTimersToNextFrame()

describe('a finger on a figure', () => {
  it('that rests opens it, and the click that ends it goes nowhere', () => {
    fireEvent.pointerDown(figure(), finger)
    busyUntilRested()
    nextFrame()
    expect(action).toHaveBeenCalledTimes(1)
    fireEvent.pointerUp(figure(), finger)
    fireEvent.click(figure())
    expect(click).not.toHaveBeenCalled()
    fireEvent.pointerDown(figure(), finger)
    fireEvent.pointerUp(figure(), finger)
    fireEvent.click(figure())
    expect(click).toHaveBeenCalledTimes(1)
  })

  it('that trembles rests all the same', () => {
    fireEvent.pointerDown(figure(), finger)
    fireEvent.pointerMove(figure(), { ...finger, clientX: 106 })
    busyUntilRested()
    nextFrame()
    expect(action).toHaveBeenCalledTimes(1)
  })

  it.each([
    ['moves', () => fireEvent.pointerMove(figure(), { ...finger, clientX: 140 })],
    ['is lifted', () => fireEvent.pointerUp(figure(), finger)],
    ['is joined by another', () => fireEvent.pointerDown(document.body, { ...finger, clientX: 300 })],
    ['scrolls', () => fireEvent.scroll(document)]
  ])('that %s does not, also where that is told only after the time', (_what, happens) => {
    fireEvent.pointerDown(figure(), finger)
    busyUntilRested()
    happens()
    nextFrame()
    vi.advanceTimersByTime(1_000)
    expect(action).not.toHaveBeenCalled()
    fireEvent.click(figure())
    expect(click).toHaveBeenCalledTimes(1)
  })

  it('that is a mouse never does', () => {
    fireEvent.pointerDown(figure(), { ...finger, pointerType: 'mouse' })
    busyUntilRested()
    nextFrame()
    expect(action).not.toHaveBeenCalled()
  })
})
