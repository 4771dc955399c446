import type { PackAnswer } from '#contract/endpoints.ts'
import { setWaits, type Waits } from '#tokens/durations.ts'
import type { WallView } from '#view/wall-codec.ts'

const milliseconds = (seconds: Readonly<Record<string, number | undefined>>): Partial<Waits> =>
  Object.fromEntries(Object.entries(seconds).flatMap(([name, value]) => (value === undefined ? [] : [[name, value * 1_000]])))

/** A quarter of what the shown scene is asked for by; the address wins over the pack. Asking again never takes longer than asking. */
export function applyWaits(pack: PackAnswer | undefined, { waits = {} }: WallView): void {
  const wanted = { ...milliseconds(pack?.info.wall?.waits ?? {}), ...milliseconds(waits) }
  const { poll = Infinity } = wanted
  setWaits({ ...wanted, ...(poll < 4_000 ? { retry: poll } : {}) })
}
