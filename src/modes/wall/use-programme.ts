import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { PackAnswer } from '#contract/endpoints.ts'
import { pageOpenedAt } from '#format/clock.ts'
import { dayClockText } from '#format/period.ts'
import { regionsQuery } from '#queries/regions-query.ts'
import type { WallView } from '#view/wall-codec.ts'
import { programmeAt, stepsOf } from '#view/wall-programme.ts'
import type { Step } from './player.ts'

export interface Programme {
  readonly steps: readonly Step[]
  /** Shown whatever the round says. */
  readonly pinned: Step | null
  readonly dim: number
  /** Why the round stands still. */
  readonly note: string | null
}

const SECONDS = 20

/** What the wall plays at an instant; minutes are as fine as a schedule is. */
export function useProgramme(pack: PackAnswer, url: WallView, now: number): Programme {
  const { info, scenes } = pack
  const settings = info.wall
  const loops = [...(url.play ?? []), ...(settings?.play ?? []), ...(settings?.schedule ?? []).flatMap(({ play }) => play)].some(
    ({ counties }) => counties === true
  )
  const regions = useQuery({ ...regionsQuery(), enabled: loops }).data
  return useMemo(() => {
    const { stops, pinned, dim } = programmeAt({ settings, url, now, openedAt: pageOpenedAt(), timeZone: info.timeZone, scenes: scenes.map(({ id }) => id) })
    const children = (regions?.regions ?? []).filter(({ parent }) => parent === info.root).map(({ code }) => code)
    const steps = stepsOf({ stops, children, root: info.root, defaultSeconds: settings?.seconds ?? SECONDS })
    const pin = pinned === null ? null : { key: `pin ${pinned.scene} ${pinned.region ?? ''}`, scene: pinned.scene, region: pinned.region, seconds: SECONDS }
    const note = pinned === null ? null : `固定到 ${dayClockText(pinned.until, now, info.timeZone)}`
    return { steps, pinned: pin, dim, note }
  }, [settings, url, now, info, scenes, regions])
}
