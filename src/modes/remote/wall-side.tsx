import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react'
import type { PackAnswer } from '#contract/endpoints.ts'
import type { Player, Playing, Step } from '#modes/wall/player.ts'
import type { Programme } from '#modes/wall/use-programme.ts'
import type { Steer } from '#modes/wall/wall-remote.tsx'
import { regionsQuery } from '#queries/regions-query.ts'
import type { ThemeId } from '#tokens/themes.ts'
import { CodeCard } from './code-card.tsx'
import { Cover } from './cover.tsx'
import { FigureRing } from './figure-ring.tsx'
import { Laser } from './laser.tsx'
import { shownNow } from './shown-now.ts'
import { createSteering, type Steered, type Steering } from './steering.ts'
import { useTelling } from './use-telling.ts'
import { useCodeAsked, useWallStream } from './use-wall-stream.ts'
import './wall-side.css'

export interface WallSideProps {
  readonly player: Player
  readonly playing: Playing
  readonly pack: PackAnswer
  readonly programme: Programme
  readonly theme: ThemeId
  readonly onSteer: (steer: Steer) => void
}

type Place = Pick<Step, 'scene' | 'region'>

/** Names of scenes and areas, and the areas below the root. */
function usePlaces({ info, scenes }: PackAnswer) {
  const regions = useQuery(regionsQuery()).data?.regions ?? []
  const sceneName = (id: string): string => scenes.find((scene) => scene.id === id)?.title ?? id
  return {
    children: regions.filter(({ parent }) => parent === info.root).map(({ code }) => code),
    nameOf: ({ scene, region }: Place): string => [sceneName(scene), ...regions.filter(({ code }) => code === region).map(({ name }) => name)].join(' · ')
  }
}

/** One for as long as the wall stands; what changes around it is told to it. */
function useSteering({ player, pack, programme }: WallSideProps, places: ReturnType<typeof usePlaces>): Steering {
  const [steering] = useState(() => createSteering({ player, root: pack.info.root, isScene: (id) => pack.scenes.some((scene) => scene.id === id) }))
  useEffect(() => steering.setAround({ round: programme.steps, pinned: programme.pinned, ...places }))
  useEffect(() => () => steering.stop(), [steering])
  return steering
}

const headerNote = ({ on, loop }: Steered, { region, scene }: Step, nameOf: (place: Place) => string): string | null =>
  loop !== null && region !== undefined ? `县循环 ${nameOf({ scene, region }).split(' · ').at(-1)}` : on ? '平板遥控中' : null

/** What has been said to the server, in short: it is told again when this is another. */
const digestOf = ({ on, seq, cover, loop, figure }: Steered, { shown, held, since, next, leaving }: Playing): string =>
  [on, seq, cover, loop !== null, figure?.key, shown.run, held, Math.round(since), next?.step.key, leaving === null].join()

/** The wall's end of the remote: it listens, obeys, and draws what lies over the scene. Loaded apart from the wall. */
export function WallSide(props: WallSideProps): ReactNode {
  const { playing, pack, programme, theme, onSteer } = props
  const places = usePlaces(pack)
  const steering = useSteering(props, places)
  const steered = useSyncExternalStore(steering.subscribe, steering.state)
  useWallStream(steering)
  useCodeAsked()
  const { run, step } = playing.shown
  const { code, on, note, cover, figure, loop } = steered
  const words = headerNote(steered, step, places.nameOf)
  useEffect(() => onSteer({ loop, note: words }), [onSteer, loop, words])
  useTelling(on, digestOf(steered, playing), () => shownNow({ steered, playing, round: programme.steps, theme }))
  return (
    <div className="wall-remote" data-steered={on}>
      {on && figure?.run === run && <FigureRing figure={figure.key} run={run} />}
      {on && cover && <Cover pack={pack} />}
      {on && <Laser steering={steering} />}
      {note !== null && (
        <p className="wall-remote-note" role="status" data-note={note}>
          {note}
        </p>
      )}
      {code !== null && <CodeCard code={code} />}
    </div>
  )
}
