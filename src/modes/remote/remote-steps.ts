import type { RemoteCommand } from '#contract/remote.ts'
import type { Step } from '#modes/wall/player.ts'
import { nextStep } from '#view/wall-programme.ts'

type Show = Extract<RemoteCommand, { kind: 'show' }>

/** How long a scene stays that the round does not have. */
const SECONDS = 30
const LOOP_SECONDS = 10

/** The round's own step where that is what is asked for, so that the round goes on behind it; else one outside the round. */
export function stepFor(round: readonly Step[], root: string, { scene, region, metric, seconds }: Show): Step {
  const area = region === root ? undefined : region
  const own = round.find((step) => step.scene === scene && step.region === area && step.metric === metric)
  if (own !== undefined && seconds === undefined) return own
  const usual = (own ?? round.find((step) => step.scene === scene))?.seconds ?? SECONDS
  return {
    key: `extra remote ${scene} ${area ?? ''} ${metric ?? ''}`,
    scene,
    ...(area === undefined ? {} : { region: area }),
    ...(metric === undefined ? {} : { metric }),
    seconds: seconds ?? usual
  }
}

/** The step before the one of that key; from outside the round, where the round was left. */
export function stepBefore(round: readonly Step[], key: string, left: string | undefined): Step | undefined {
  const index = round.findIndex((step) => step.key === key)
  if (index >= 0) return round.at(index - 1)
  return round.find((step) => step.key === left) ?? round[0]
}

/** Where the wall goes on by itself. */
export const stepInRound = (round: readonly Step[], shown: Step, left: string | undefined): Step | undefined =>
  round.find(({ key }) => key === shown.key) ?? nextStep(round, left)

/** A scene's child areas in the order of codes. The keys say where the round goes on afterwards. */
export const loopOf = (children: readonly string[], { scene, metric }: Step): Step[] =>
  children.toSorted().map((region) => ({ key: `${scene}@${region}+loop`, scene, region, ...(metric === undefined ? {} : { metric }), seconds: LOOP_SECONDS }))

/** The loop begins with the area that is shown, or with the one after it where that is shown already. */
export const loopStart = (loop: readonly Step[], region: string | undefined): Step | undefined => loop.find((step) => step.region === region) ?? loop[0]
