export interface Made {
  /** How many files of which kind came. */
  readonly kinds: Readonly<Record<string, number>>
  readonly bytes: number
  /** Statuses that were none of a file, each with how often. */
  readonly refused: Readonly<Record<string, number>>
}

export interface Load {
  readonly stop: () => Promise<Made>
}

const counted = (names: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  return counts
}

const kindOf = (address: string): string => /\.(?<kind>\w+)\?/.exec(address)?.groups?.kind ?? 'other'

/** So many clients at the same time, each asking for another file as soon as it has one. */
export function startLoad(url: string, clients: number, next: () => string): Load {
  const [kinds, refused]: [string[], string[]] = [[], []]
  const control = new AbortController()
  let bytes = 0
  const ask = async (): Promise<void> => {
    const address = next()
    const response = await fetch(`${url}${address}`, { signal: control.signal })
    const { byteLength } = await response.arrayBuffer()
    bytes += byteLength
    if (response.ok) kinds.push(kindOf(address))
    else refused.push(String(response.status))
  }
  const client = async (): Promise<void> => {
    while (!control.signal.aborted) await ask().catch((error: unknown) => control.signal.aborted || Promise.reject(error))
  }
  const all = Promise.all(Array.from({ length: clients }, client))
  all.catch(() => undefined)
  return {
    stop: async () => {
      control.abort()
      await all
      return { kinds: counted(kinds), bytes, refused: counted(refused) }
    }
  }
}
