import { recorder, type Seen } from './frames.ts'
import { publishAnother } from './release.ts'
import type { Settings } from './settings.ts'
import type { Sample } from './verdict.ts'
import type { OpenWall } from './wall.ts'

export interface Run {
  readonly samples: readonly Sample[]
  /** What was seen of the changes whose frames were recorded. */
  readonly seen: readonly Seen[]
  readonly refreshes: number
  readonly seconds: number
  readonly complaints: readonly string[]
}

interface RunOptions {
  readonly wall: OpenWall
  readonly dataDir: string
  readonly settings: Settings
  /** How many scenes a round has. */
  readonly round: number
  readonly say: (line: string) => void
}

/** How many of `total` are due after `done` of `of` steps, spread evenly. */
export const dueAfter = (total: number, done: number, of: number): number => Math.floor((total * done) / of)

/** Makes the rotations with the refreshes spread over them, and samples at the end of rounds. */
export async function run({ wall, dataDir, settings: { rotations, refreshes, every, settle }, round, say }: RunOptions): Promise<Run> {
  const samples: Sample[] = []
  const seen: Seen[] = []
  const started = performance.now()
  const seconds = (): number => (performance.now() - started) / 1_000
  const film = await recorder(wall)
  let published = 0
  const refresh = async (due: number): Promise<void> => {
    for (; published < due; published += 1) await wall.shows(await publishAnother(dataDir, published))
  }
  for (let rotation = 1; rotation <= rotations; rotation += 1) {
    seen.push(...film.turned(await wall.turn()))
    // What a refresh has asked for anew differs from what a change of scenes has: the end of a round is never just behind one.
    if (rotation % round !== 0) await refresh(dueAfter(refreshes, rotation, rotations - 1))
    if (rotation % (round * every) !== 0 || seconds() < settle) continue
    const sample = await wall.sample(rotation)
    samples.push(sample)
    say(`${rotation} rotations, ${((rotation / seconds()) * 60).toFixed(0)} a minute, heap ${(sample.heap / 1e6).toFixed(2)} MB`)
  }
  seen.push(...(await film.stop()))
  return { samples, seen, refreshes: published, seconds: seconds(), complaints: wall.complaints }
}
