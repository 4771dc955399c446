import { useCallback, useEffect, useState } from 'react'
import { pageAfter, stepOf, swipeOf, type SlideStep } from './slide-step.ts'

interface Slides {
  /** The page that is shown; null while all are. */
  readonly current: number | null
  readonly present: () => void
}

/** Keys that somebody types, or that work a button or a dialog, are not ours. */
const isOurs = ({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  !ctrlKey && !metaKey && !altKey && !(target instanceof Element && target.closest('input, textarea, [role="dialog"], dialog') !== null)

const works = ({ key, target }: KeyboardEvent): boolean => key === ' ' && target instanceof Element && target.closest('button, a') !== null

function useKeys(act: (step: SlideStep) => boolean): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const step = stepOf(event.key)
      if (step !== undefined && isOurs(event) && !works(event) && act(step)) event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [act])
}

function useSwipes(act: (step: SlideStep) => boolean): void {
  useEffect(() => {
    let from: Touch | undefined
    const onStart = ({ touches }: TouchEvent): void => {
      from = touches.length === 1 ? touches[0] : undefined
    }
    const onEnd = ({ changedTouches: [to] }: TouchEvent): void => {
      const step = from === undefined || to === undefined ? undefined : swipeOf(to.clientX - from.clientX, to.clientY - from.clientY)
      if (step !== undefined) act(step)
    }
    document.addEventListener('touchstart', onStart, { passive: true })
    document.addEventListener('touchend', onEnd, { passive: true })
    return () => {
      document.removeEventListener('touchstart', onStart)
      document.removeEventListener('touchend', onEnd)
    }
  }, [act])
}

/** The page that lies in the middle of the window. */
function seenPage(): number {
  const frames = [...document.querySelectorAll<HTMLElement>('[data-page]')]
  const found = frames.find((frame) => frame.getBoundingClientRect().bottom > window.innerHeight / 2)
  return Number(found?.dataset.page ?? frames.at(-1)?.dataset.page ?? 1)
}

const scrollTo = (page: number): void => document.querySelector(`.brief [data-page="${page}"]`)?.scrollIntoView({ block: 'start' })

/** Pages one by one, as slides: in full screen where the browser allows it, over the whole window where it does not. */
export function useSlides(total: number | null, offered: boolean): Slides {
  const [shown, setShown] = useState<number | null>(null)
  const presenting = offered && shown !== null
  const present = useCallback(() => {
    setShown(seenPage())
    void document.documentElement.requestFullscreen?.().catch(() => undefined)
  }, [])
  const leave = useCallback(() => {
    setShown(null)
    if (document.fullscreenElement !== null) void document.exitFullscreen().catch(() => undefined)
  }, [])
  const act = useCallback(
    (step: SlideStep): boolean => {
      if (!offered || total === null) return false
      if (step === 'present') (presenting ? leave : present)()
      else if (shown === null) scrollTo(pageAfter(step, seenPage(), total))
      else setShown(pageAfter(step, shown, total))
      return true
    },
    [offered, total, presenting, shown, present, leave]
  )
  useKeys(act)
  useSwipes(act)
  useEffect(() => {
    const onChange = (): void => {
      if (document.fullscreenElement === null) setShown(null)
    }
    const onKey = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') setShown(null)
    }
    document.addEventListener('fullscreenchange', onChange)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('fullscreenchange', onChange)
      document.removeEventListener('keydown', onKey)
    }
  }, [])
  return { current: presenting && total !== null ? Math.min(shown, total) : null, present }
}
