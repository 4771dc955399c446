import { useCallback, useEffect, useState } from 'react'
import type { PackAnswer } from '#contract/endpoints.ts'
import type { Player, Step } from './player.ts'
import { useInterrupt, type Due } from './use-interrupt.ts'
import type { Programme } from './use-programme.ts'

const SECONDS = 30

/** A step outside the round. */
export const extraStep = (what: string, step: Pick<Step, 'scene' | 'region'>, seconds = SECONDS): Step => ({ ...step, key: `extra ${what}`, seconds })

interface Calls {
  /** A finger on a tab. */
  readonly onScene: (scene: string) => void
  /** Why a step was called by a rule, in words. */
  readonly reasonOf: (step: Step) => string | undefined
}

/** What calls a scene out of its turn: a pin, a rule on the data, a finger. */
export function useCalls(player: Player, pack: PackAnswer, { pinned }: Programme, now: number): Calls {
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({})
  const onDue = useCallback(
    ({ interrupt: { id, scene, region, seconds }, reason }: Due) => {
      const step = extraStep(id, { scene, region }, seconds)
      setReasons((old) => ({ ...old, [step.key]: reason }))
      player.go(step)
    },
    [player]
  )
  useInterrupt(pack, now, onDue)
  useEffect(() => {
    if (pinned !== null) player.go(pinned)
    else if (player.state().shown.step.key.startsWith('pin ')) player.skip()
  }, [player, pinned])
  const onScene = useCallback((scene: string) => player.go(extraStep(scene, { scene })), [player])
  return { onScene, reasonOf: ({ key }) => reasons[key] }
}
