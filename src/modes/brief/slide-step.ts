/** What a key does while pages are shown one by one. */
export type SlideStep = 'next' | 'back' | 'first' | 'last' | 'present'

const STEPS: Readonly<Record<string, SlideStep>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ' ': 'next',
  ArrowLeft: 'back',
  ArrowUp: 'back',
  PageUp: 'back',
  Home: 'first',
  End: 'last',
  f: 'present',
  F: 'present'
}

export const stepOf = (key: string): SlideStep | undefined => STEPS[key]

/** The page behind a step, of `total` pages counted from 1. */
export function pageAfter(step: SlideStep, page: number, total: number): number {
  if (step === 'first') return 1
  if (step === 'last') return total
  return Math.min(total, Math.max(1, page + (step === 'next' ? 1 : step === 'back' ? -1 : 0)))
}

/** A finger that went at least so far sideways, and more sideways than down, in CSS px. */
const FAR = 48

export const swipeOf = (x: number, y: number): SlideStep | undefined =>
  Math.abs(x) < FAR || Math.abs(x) < Math.abs(y) * 1.5 ? undefined : x < 0 ? 'next' : 'back'
