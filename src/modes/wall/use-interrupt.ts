import { useQueries, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import type { PackAnswer } from '#contract/endpoints.ts'
import type { WallInterrupt } from '#contract/wall.ts'
import { indicatorsQuery, observationsQuery } from '#queries/observations-query.ts'
import { regionsQuery } from '#queries/regions-query.ts'
import { dueInterrupt, ruleReason } from '#view/wall-rules.ts'

const NONE: readonly WallInterrupt[] = []

/** Why each rule of the wall holds, in words, by its id; those that do not hold are left out. */
function useReasons(pack: PackAnswer, interrupts: readonly WallInterrupt[], now: number): ReadonlyMap<string, string> {
  const wanted = [...new Set(interrupts.map(({ rule }) => rule.indicator))]
  const enabled = wanted.length > 0
  const regions = useQuery({ ...regionsQuery(), enabled }).data
  const indicators = useQuery({ ...indicatorsQuery(), enabled }).data
  const answers = useQueries({ queries: wanted.map((indicator) => observationsQuery(indicator)) })
  const data = answers.map((answer) => answer.data)
  return useMemo(() => {
    if (regions === undefined || indicators === undefined) return new Map()
    const observations = data.flatMap((answer) => answer?.observations ?? [])
    const context = { observations, indicators: indicators.indicators, regions: regions.regions, root: pack.info.root, now, timeZone: pack.info.timeZone }
    return new Map(
      interrupts.flatMap(({ id, rule }) => {
        const reason = observations.some((o) => o.indicator === rule.indicator) ? ruleReason(rule, context) : null
        return reason === null ? [] : [[id, reason] as const]
      })
    )
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the answers themselves, not the list made of them anew
  }, [interrupts, regions, indicators, pack, now, ...data])
}

export interface Due {
  readonly interrupt: WallInterrupt
  readonly reason: string
}

/** Calls back when a rule on the data begins to hold, and again every so often while it does. */
export function useInterrupt(pack: PackAnswer, now: number, onDue: (due: Due) => void): void {
  const interrupts = pack.info.wall?.interrupts ?? NONE
  const reasons = useReasons(pack, interrupts, now)
  const shown = useRef(new Map<string, number>())
  useEffect(() => {
    for (const id of shown.current.keys()) if (!reasons.has(id)) shown.current.delete(id)
    const interrupt = dueInterrupt({ interrupts, reasons, lastShown: shown.current, now })
    if (interrupt === null) return
    shown.current.set(interrupt.id, now)
    onDue({ interrupt, reason: reasons.get(interrupt.id) ?? '' })
  }, [interrupts, reasons, now, onDue])
}
