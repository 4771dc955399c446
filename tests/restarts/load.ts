import { ScenesAnswer } from '#contract/endpoints.ts'
import type { Served } from './served.ts'

const EVERY = 50
/** As many at once at most. */
const BURST = 4
const PATIENCE = 10_000

export interface Load {
  readonly counts: () => LoadCounts
  readonly stop: () => Promise<void>
}

export interface LoadCounts {
  readonly asked: number
  readonly answered: number
  /** Begun and over while one and the same start of the server served, and not answered all the same. */
  readonly failedWhileUp: number
  readonly seconds: number
}

const isAnswered = (address: string): Promise<boolean> =>
  fetch(address, { signal: AbortSignal.timeout(PATIENCE) })
    .then(
      async (response) => {
        await response.arrayBuffer()
        return response.ok
      },
      () => false
    )
    .catch(() => false)

/** Twenty requests a second for scene after scene, whether or not the server is there. */
export async function startLoad(url: string, { serving }: Served): Promise<Load> {
  const { scenes } = ScenesAnswer.parse(await (await fetch(`${url}/api/v1/scenes`)).json())
  const begun = Date.now()
  const under = new Set<Promise<void>>()
  let [asked, answered, failedWhileUp] = [0, 0, 0]
  const ask = async (): Promise<void> => {
    const before = serving()
    const scene = scenes[asked % scenes.length]
    asked += 1
    if (await isAnswered(`${url}/api/v1/scenes/${scene?.id}`)) answered += 1
    else if (before !== undefined && before === serving()) failedWhileUp += 1
  }
  const due = (): number => Math.floor((Date.now() - begun) / EVERY)
  const timer = setInterval(() => {
    // Timers of a busy machine are late: what was left out is made up for, though not all at once.
    for (let burst = 0; burst < BURST && asked < due(); burst += 1) {
      const asking = ask().finally(() => under.delete(asking))
      under.add(asking)
    }
  }, EVERY)
  return {
    counts: () => ({ asked, answered, failedWhileUp, seconds: (Date.now() - begun) / 1000 }),
    stop: async () => {
      clearInterval(timer)
      await Promise.all(under)
    }
  }
}
