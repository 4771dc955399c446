import { remoteCommandsPath, type RemoteCommand, type RemoteMessage } from '#contract/remote.ts'
import type { Held } from './remote-pages.ts'

export const KINDS = ['forged', 'wrong wall', 'replayed', 'stale', 'flood'] as const
type Kind = (typeof KINDS)[number]

const EACH = 20
/** More than the server takes of one tablet before it waits for it to be quiet. */
const AT_ONCE = 20

/** Whatever of these a wall obeyed would be seen. */
const COMMANDS: readonly RemoteCommand[] = [
  { kind: 'cover', on: true },
  { kind: 'show', scene: 'minzu' },
  { kind: 'next' },
  { kind: 'back' },
  { kind: 'hold', on: true },
  { kind: 'loop', on: true },
  { kind: 'highlight', figure: 'xxt.members@330800' },
  { kind: 'point', x: 0.5, y: 0.5 }
]

/** Numbers from 0 to 1 that come again with their seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

interface Attack {
  readonly url: string
  /** The attacker has seen the true tablet's token, but for the forged ones. */
  readonly pairing: Held
  /** What the tablet has sent, as it was. */
  readonly captured: readonly string[]
  readonly seed: number
}

/** Sends twenty messages of each kind in an order of the seed's. Returns what the server answered. */
export async function hostileMessages({ url, pairing, captured, seed }: Attack): Promise<Readonly<Record<Kind, number[]>>> {
  const draw = random(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(draw() * list.length)] as T
  const statuses: Record<Kind, number[]> = { forged: [], 'wrong wall': [], replayed: [], stale: [], flood: [] }
  let seq = Date.now() + 1_000

  const post = async (token: string, body: string): Promise<number> => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
    return (await fetch(url + remoteCommandsPath, { method: 'POST', headers, body })).status
  }
  const message = (change: Partial<RemoteMessage> = {}): string => {
    seq += 1
    return JSON.stringify({ wall: pairing.wall.id, seq, sentAt: Date.now(), command: pick(COMMANDS), ...change })
  }
  const forgedToken = (): string => {
    const at = Math.floor(draw() * pairing.token.length)
    const other = pairing.token[at] === 'A' ? 'B' : 'A'
    return pick([pairing.token.slice(0, at) + other + pairing.token.slice(at + 1), pairing.token.slice(1), 'A'.repeat(43), pairing.wall.id])
  }
  const otherCommands = COMMANDS.filter(({ kind }) => kind !== 'point')
  /** More at once than a tablet may send, and none of it does anything. */
  const pings = (): Promise<number>[] => Array.from({ length: AT_ONCE }, () => post(pairing.token, message({ command: { kind: 'ping' } })))
  const drained = async (): Promise<void> => {
    while (!(await Promise.all(pings())).includes(429));
  }

  const send: Record<Kind, () => Promise<number>> = {
    forged: () => post(forgedToken(), message()),
    'wrong wall': () => post(pairing.token, message({ wall: 'wall-of-another' })),
    replayed: () => post(pairing.token, pick(captured)),
    stale: () => post(pairing.token, message({ sentAt: Date.now() + pick([-60_000, -6_000, 5_000, 3_600_000]) })),
    // Sent with what is too much, and behind it: a pause after which a flood is over may be anywhere but there.
    flood: async () => {
      await drained()
      const flood = pings()
      const status = post(pairing.token, message({ command: pick(otherCommands) }))
      await Promise.all(flood)
      return status
    }
  }
  const order = KINDS.flatMap((kind) => Array.from({ length: EACH }, () => ({ kind, at: draw() }))).toSorted((a, b) => a.at - b.at)
  for (const { kind } of order) statuses[kind].push(await send[kind]())
  return statuses
}
