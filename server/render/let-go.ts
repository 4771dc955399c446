import { setImmediate as turn } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

type Collect = (options: { readonly type: 'minor' }) => void

/** The engine's own collector, without a flag on the command line: only contexts made after this have it. */
function collectorOf(): Collect {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  return typeof collect === 'function' ? (collect as Collect) : () => undefined
}

/**
 * Drawn pixels, up to 70 MB a picture, lie outside the engine's heap: it sees but a small object of each, and lets dozens of them
 * stand until it has a reason of its own to collect. A young object goes with the smallest collection, in a millisecond or two: a
 * turn after it was used, when nothing holds it any more, and its pixels a turn later.
 */
export function pixelsLetGo(): () => Promise<void> {
  const collect = collectorOf()
  return async () => {
    await turn()
    collect({ type: 'minor' })
    await turn()
  }
}
