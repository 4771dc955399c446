import { useCallback, useEffect, useEffectEvent, useRef } from 'react'
import { MOTION } from '#tokens/durations.ts'
import { auditedFade, offerWall } from './audit-wall.ts'
import type { Player, Playing, Step } from './player.ts'
import { reloadPage } from './reloads.ts'
import { useShown, wallStateOf, type Shown } from './shown.ts'
import { useDuties } from './use-duties.ts'
import { useFaded } from './use-faded.ts'
import { useFollow } from './use-follow.ts'
import { usePainted } from './use-painted.ts'
import { usePlayer } from './use-player.ts'
import type { Programme } from './use-programme.ts'
import { noteError } from './wall-errors.ts'

const TIMES = { lead: 3_000, patience: 15_000 }
/** A change that takes so much longer than it should is cut short. */
const FADE_LATE = 2_000

interface PlaybackOptions {
  readonly programme: Programme
  readonly first: Step
  readonly name: string
  /** Whether the browser keeps anything. */
  readonly keeps: () => boolean
  readonly forget: () => Promise<unknown>
}

interface Playback {
  readonly player: Player
  readonly playing: Playing
  readonly shown: Shown
  readonly onPainted: (run: number, done: boolean) => void
  readonly onFailed: (run: number, error: Error) => void
}

/** The player with what it is bound to: the round, the page it may have to load anew, the reports, the audit. */
export function usePlayback({ programme, first, name, keeps, forget }: PlaybackOptions): Playback {
  const follow = useFollow(programme)
  const edge = useRef((): boolean => false)
  const [player, playing] = usePlayer({ ...TIMES, first, follow, onEdge: () => edge.current(), fade: auditedFade(MOTION.scene) + FADE_LATE })
  const shown = useShown(playing.shown.step)
  const state = useEffectEvent(() => wallStateOf(playing, shown))
  const told = () => {
    const { staged: _staged, safe: _safe, region, ...rest } = wallStateOf(playing, shown)
    return { ...rest, region: region ?? undefined, name, storage: keeps() }
  }
  const duties = useDuties({ told, forget, here: () => playing.shown.step.key })
  useEffect(() => {
    edge.current = () => duties.isReloadDue() && reloadPage(follow(player.state().shown.step)?.key)
  })
  useEffect(() => offerWall({ next: () => player.skip(), hold: (on) => player.hold(on), state: () => state() }), [player])
  useFaded(player, playing.leaving?.run)
  const onFailed = useCallback(
    (run: number, error: Error) => {
      noteError(error)
      player.failed(run)
    },
    [player]
  )
  return { player, playing, shown, onPainted: usePainted(player, playing), onFailed }
}
