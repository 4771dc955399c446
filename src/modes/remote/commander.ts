import { type RemoteCommand, type RemoteMessage, STALE_MS } from '#contract/remote.ts'
import { serverNow } from '#format/clock.ts'
import { RequestError } from '#queries/request.ts'

export interface Commander {
  /** Goes out behind what is on its way, unless that takes so long that nobody expects it any more. */
  readonly send: (command: RemoteCommand) => void
  /** The wall says which message it obeyed last. @returns how long that took, there and back, in milliseconds. */
  readonly acknowledged: (seq: number) => number | undefined
  /** Since when the oldest message waits for the wall's word, in monotonic milliseconds; undefined while none does. */
  readonly waitsSince: () => number | undefined
}

interface CommanderOptions {
  readonly wall: string
  readonly post: (message: RemoteMessage) => Promise<unknown>
  readonly onError: (error: unknown) => void
}

/** A command, and when it was given, in monotonic milliseconds. */
interface Given {
  readonly command: RemoteCommand
  readonly at: number
}

/** What piles up while the server is away is not wanted any more when it comes back. */
const QUEUE = 6
export const LATE = '网络慢，刚才的操作没有送到大屏，请再点一次'

const clock = (): number => performance.now()
const age = ({ at }: Given): number => clock() - at

/** One message at a time and in order; of the places of the light only the last. Numbers are instants, so that those of two pages of one tablet grow together. */
export function createCommander({ wall, post, onError }: CommanderOptions): Commander {
  let queue: Given[] = []
  let busy = false
  let last = 0
  const sent = new Map<number, number>()

  const next = (): number => {
    last = Math.max(last + 1, Math.round(serverNow()))
    return last
  }
  const post1 = async (given: Given): Promise<void> => {
    const { command } = given
    const seq = next()
    if (command.kind !== 'point') sent.set(seq, clock())
    try {
      // Its time is that of the tap, however long it stood behind others; the server's clock may have become known since.
      await post({ wall, seq, sentAt: Math.max(0, Math.round(serverNow() - age(given))), command })
    } catch (error) {
      sent.delete(seq)
      onError(error)
    }
  }
  const dropLate = (): void => {
    const late = queue.filter((given) => age(given) > STALE_MS)
    queue = queue.filter((given) => !late.includes(given))
    if (late.some(({ command: { kind } }) => kind !== 'ping')) onError(new RequestError(LATE))
  }
  const nextGiven = (): Given | undefined => {
    dropLate()
    return queue.shift()
  }
  const drain = async (): Promise<void> => {
    if (busy) return
    busy = true
    for (let given = nextGiven(); given !== undefined; given = nextGiven()) await post1(given)
    busy = false
  }

  return {
    send: (command) => {
      if (command.kind === 'point') queue = queue.filter((given) => given.command.kind !== 'point')
      queue = [...queue, { command, at: clock() }].slice(-QUEUE)
      void drain()
    },
    acknowledged: (seq) => {
      const at = sent.get(seq)
      for (const other of sent.keys()) if (other <= seq) sent.delete(other)
      return at === undefined ? undefined : clock() - at
    },
    waitsSince: () => sent.values().next().value
  }
}
