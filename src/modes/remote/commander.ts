import type { RemoteCommand, RemoteMessage } from '#contract/remote.ts'
import { serverNow } from '#format/clock.ts'

export interface Commander {
  /** Goes out behind what is on its way. */
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

/** What piles up while the server is away is not wanted any more when it comes back. */
const QUEUE = 6

const clock = (): number => performance.now()

/** One message at a time and in order; of the places of the light only the last. Numbers are instants, so that those of two pages of one tablet grow together. */
export function createCommander({ wall, post, onError }: CommanderOptions): Commander {
  let queue: RemoteCommand[] = []
  let busy = false
  let last = 0
  const sent = new Map<number, number>()

  const next = (): number => {
    last = Math.max(last + 1, Math.round(serverNow()))
    return last
  }
  const post1 = async (command: RemoteCommand): Promise<void> => {
    const seq = next()
    if (command.kind !== 'point') sent.set(seq, clock())
    try {
      await post({ wall, seq, sentAt: Math.max(0, Math.round(serverNow())), command })
    } catch (error) {
      sent.delete(seq)
      onError(error)
    }
  }
  const drain = async (): Promise<void> => {
    if (busy) return
    busy = true
    for (let command = queue.shift(); command !== undefined; command = queue.shift()) await post1(command)
    busy = false
  }

  return {
    send: (command) => {
      if (command.kind === 'point') queue = queue.filter(({ kind }) => kind !== 'point')
      queue = [...queue, command].slice(-QUEUE)
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
