import type { PackAnswer } from '#contract/endpoints.ts'
import { setWaits, type Waits } from '#tokens/durations.ts'
import type { WallView } from '#view/wall-codec.ts'

const milliseconds = (seconds: Readonly<Record<string, number | undefined>>): Partial<Waits> =>
  Object.fromEntries(Object.entries(seconds).flatMap(([name, value]) => (value === undefined ? [] : [[name, value * 1_000]])))

/** A wall is impatient, since nobody is: after a fault it is well again within ten seconds, whatever had been under way. */
const WALL: Partial<Waits> = { request: 6_000, retry: 2_000 }

/** The address wins over the pack. Asking again while requests fail is never rarer than asking. */
export function applyWaits(pack: PackAnswer | undefined, { waits = {} }: WallView): void {
  const wanted = { ...WALL, ...milliseconds(pack?.info.wall?.waits ?? {}), ...milliseconds(waits) }
  setWaits({ ...wanted, retry: Math.min(wanted.retry ?? Infinity, wanted.poll ?? Infinity) })
}
