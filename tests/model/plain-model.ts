import type { History, ModelChange } from './history.ts'
import { createLedger } from './ledger.ts'

/** A figure on the screen: key, value and the release it came with. */
export type Shown = readonly [key: number, value: number, release: number]

/** What must be seen at one release. */
export interface Moment {
  readonly inEffect: readonly number[]
  readonly pack: number | undefined
  readonly withDemo: readonly Shown[]
  readonly withoutDemo: readonly Shown[]
}

interface Version extends ModelChange {
  readonly release: number
}

/** From the last version of a key backwards, the first one that counts. */
function shown(versions: readonly Version[], inEffect: ReadonlySet<number>, demo: boolean): Shown[] {
  for (const { key, value, gone, release, demo: made } of versions.toReversed()) {
    if (!inEffect.has(release) || (made && !gone && !demo)) continue
    return gone ? [] : [[key, value, release]]
  }
  return []
}

/** Plays a history forwards and writes down what is seen after each release. What comes later changes none of it. */
export function replay(history: History): Moment[] {
  const ledger = createLedger()
  const versions: Version[][] = Array.from({ length: 30 }, () => [])
  return history.map(({ withdraws, changes }, index) => {
    ledger.add(withdraws)
    for (const change of changes) versions[change.key]?.push({ ...change, release: index + 1 })
    const inEffect = ledger.inEffect()
    const known = new Set(inEffect)
    const seen = (demo: boolean): Shown[] => versions.flatMap((own) => shown(own, known, demo))
    return { inEffect, pack: inEffect.findLast((release) => history[release - 1]?.hasPack), withDemo: seen(true), withoutDemo: seen(false) }
  })
}
