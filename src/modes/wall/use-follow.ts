import { useCallback, useEffect, useRef } from 'react'
import { nextStep } from '#view/wall-programme.ts'
import type { Step } from './player.ts'
import type { Programme } from './use-programme.ts'

/** Steps outside the round: what is pinned, what a rule or a finger called. The round goes on behind them where it was left. */
const isExtra = ({ key }: Step): boolean => /^(pin|extra) /.test(key)

/** What follows a step in the round of the moment, whatever the round was when the step began; null when nothing does. */
export function useFollow({ steps, pinned }: Programme): (step: Step) => Step | null {
  const programme = useRef({ steps, pinned })
  useEffect(() => {
    programme.current = { steps, pinned }
  }, [steps, pinned])
  const left = useRef<string>(undefined)
  return useCallback((step: Step) => {
    const { steps, pinned } = programme.current
    if (pinned !== null) return pinned.key === step.key ? null : pinned
    if (!isExtra(step)) left.current = step.key
    const next = nextStep(steps, left.current)
    return next === undefined || next.key === step.key ? null : next
  }, [])
}
