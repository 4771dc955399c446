import { useQuery } from '@tanstack/react-query'
import type { SceneAnswer } from '#contract/endpoints.ts'
import { dayClockText } from '#format/period.ts'
import type { Connection } from '#modes/shell/header.tsx'
import { untitledAge } from '#panel-kit/panel-age.ts'
import { confirmedAt, isUnsure } from '#queries/confirmed.ts'
import { useLive } from '#queries/live.tsx'
import { sceneQuery } from '#queries/scene-query.ts'
import { useNow } from '#ui/use-now.ts'
import type { WallState } from './audit-wall.ts'
import type { Playing, Step } from './player.ts'
import { inSafeMode } from './reloads.ts'

/** What the shown scene draws, and how the wall hears of news. */
export interface Shown {
  readonly answer: SceneAnswer | undefined
  readonly connection: Connection
}

const LOOK = 2_000

/** What the shown scene's own request has brought; this one asks for nothing. */
export function useShown({ scene, region }: Step): Shown {
  const live = useLive()
  const { data: answer, isError, isFetching } = useQuery({ ...sceneQuery({ id: scene, region }), enabled: false, refetchInterval: false })
  useNow(LOOK)
  const offline = isError || (answer !== undefined && isUnsure(answer, isFetching))
  return { answer, connection: offline ? 'offline' : live.failed ? 'polling' : 'live' }
}

const iso = (instant: number | undefined): string | null => (instant === undefined ? null : new Date(instant).toISOString())

export const wallStateOf = ({ shown, next, leaving, rotations }: Playing, { answer, connection }: Shown): WallState => ({
  scene: shown.step.scene,
  region: shown.step.region ?? null,
  rotations,
  staged: next !== null || leaving !== null,
  connection,
  safe: inSafeMode(),
  release: answer?.release ?? null,
  dataAt: answer === undefined ? null : iso(confirmedAt(answer))
})

/** Panels with a title tell their own age; the header tells that of the others, and without a server when what they show was confirmed. */
export function headerAge({ answer, connection }: Shown, now: number, timeZone: string): string | null {
  if (answer === undefined) return null
  if (connection !== 'offline') return untitledAge(answer, now, timeZone)
  const at = confirmedAt(answer)
  return at === undefined ? null : `展示 ${dayClockText(at, now, timeZone)} 缓存`
}
