import type { RemoteCommand } from '#contract/remote.ts'
import type { Step } from '#modes/wall/player.ts'
import { nextStep } from '#view/wall-programme.ts'

type Show = Extract<RemoteCommand, { kind: 'show' }>

/** How long a scene stays that the round does not have. */
const SECONDS = 30
const LOOP_SECONDS = 10

/** Names the place in the round from which the wall goes on behind the step. */
const keyAt = (scene: string, region: string | undefined, what: string): string => `${scene}@${region ?? ''}+${what}`

/** The round's own step where that is what is asked for, else one beside it: either way the round goes on behind that scene. */
export function stepFor(round: readonly Step[], root: string, { scene, region, metric, seconds }: Show): Step {
  const area = region === root ? undefined : region
  const own = round.find((step) => step.scene === scene && step.region === area && step.metric === metric)
  if (own !== undefined && seconds === undefined) return own
  const usual = (own ?? round.find((step) => step.scene === scene))?.seconds ?? SECONDS
  return {
    key: keyAt(scene, area, `remote ${metric ?? ''}`),
    scene,
    ...(area === undefined ? {} : { region: area }),
    ...(metric === undefined ? {} : { metric }),
    seconds: seconds ?? usual
  }
}

/** The step before the shown one; from beside the round that of the same scene, else where the round was left. */
export function stepBefore(round: readonly Step[], { key, scene }: Step, left: string | undefined): Step | undefined {
  const index = round.findIndex((step) => step.key === key)
  if (index >= 0) return round.at(index - 1)
  return round.find((step) => step.scene === scene) ?? round.find((step) => step.key === left) ?? round[0]
}

/** Where the wall goes on by itself: it stays where the round has the shown step, else with what follows it. */
export const stepInRound = (round: readonly Step[], { key, scene }: Step, left: string | undefined): Step | undefined =>
  round.find((step) => step.key === key) ?? nextStep(round, round.some((step) => step.scene === scene) ? key : left)

/** A scene's child areas in the order of codes. */
export const loopOf = (children: readonly string[], { scene, metric }: Step): Step[] =>
  children
    .toSorted()
    .map((region) => ({ key: keyAt(scene, region, 'loop'), scene, region, ...(metric === undefined ? {} : { metric }), seconds: LOOP_SECONDS }))

/** The loop begins with the area that is shown. */
export const loopStart = (loop: readonly Step[], region: string | undefined): Step | undefined => loop.find((step) => step.region === region) ?? loop[0]
