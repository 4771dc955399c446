import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, loadavg } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { PackAnswer, SceneAnswer } from '#contract/endpoints.ts'
import { startApp, type App } from '#tests/e2e/app.ts'
import { launch } from '#tests/e2e/browser.ts'
import { openWall, type OpenWall } from '#tests/soak/wall.ts'
import { addressesOf, type Choices } from './addresses.ts'
import { row } from '#scripts/bench/delays.ts'
import { startLoad, type Made } from './load.ts'
import { settingsOf, type Settings } from './settings.ts'
import { verdictOf, type Part, type Verdict } from './verdict.ts'
import { holdUp, rotate } from './wall-side.ts'

type Say = (line: string) => void

interface Delays {
  readonly p50: number
  readonly p95: number
  readonly worst: number
}

/** What the server's process was like in one part. */
interface Server {
  readonly delays: Delays
  /** Most megabytes that were in memory. */
  readonly memory: number
  /** The same of the process that makes files; 0 where there is none. */
  readonly maker: number
}

const DELAYS = join(tmpdir(), `bench-exports-${process.pid}.json`)

/** The most megabytes that a process had in memory: Linux alone tells it, and forgets it when it is told to. */
function memoryOf(pid: number | string | undefined): number {
  const most = /VmHWM:\s+(?<kb>\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.groups?.kb
  writeFileSync(`/proc/${pid}/clear_refs`, '5')
  return Number(most) / 1_000
}

/** The processes that it has begun: the one that makes files. */
const childrenOf = (pid: number | undefined): string[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .split(' ')
    .filter((child) => child !== '')

/** Since the last time. */
async function serverOf(app: App): Promise<Server> {
  const { pid } = app.process
  app.process.kill('SIGUSR2')
  await delay(300)
  const delays = JSON.parse(readFileSync(DELAYS, 'utf8')) as Delays
  return { delays, memory: memoryOf(pid), maker: childrenOf(pid).reduce((sum, child) => sum + memoryOf(child), 0) }
}

async function choicesOf(url: string): Promise<Choices> {
  const get = async (path: string): Promise<unknown> => (await fetch(`${url}/api/v1/${path}`)).json()
  const pack = PackAnswer.parse(await get('pack'))
  const scenes = await Promise.all(pack.scenes.map(async ({ id }) => SceneAnswer.parse(await get(`scenes/${id}`))))
  return { pack, scenes }
}

interface Outcome {
  readonly baseline: Part
  readonly loaded: Part
  readonly before: Server
  readonly during: Server
  readonly made: Made
}

async function measure(app: App, wall: OpenWall, choices: Choices, { rotations, clients, plant }: Settings): Promise<Outcome> {
  // Each scene once: the first time one is shown it takes longer.
  await rotate(wall, choices.scenes.length)
  await serverOf(app)
  const baseline = await rotate(wall, rotations)
  const before = await serverOf(app)
  if (plant === 'page') await holdUp(wall)
  const load = startLoad(app.url, clients, addressesOf(choices))
  const loaded = await rotate(wall, rotations)
  const during = await serverOf(app)
  return { baseline, loaded, before, during, made: await load.stop() }
}

const sum = (counts: Made['kinds']): number => Object.values(counts).reduce((all, one) => all + one, 0)
const listed = (counts: Made['kinds']): string =>
  Object.entries(counts)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ') || 'none'

const held = ({ delays: { p50, p95, worst }, memory, maker }: Server): string =>
  `main thread held up p50 ${p50.toFixed(0)}, p95 ${p95.toFixed(0)}, worst ${worst.toFixed(0)} ms; at most ${memory.toFixed(0)} MB, and ${maker.toFixed(0)} MB where files are made`

function tell({ baseline, loaded, before, during, made }: Outcome, say: Say): Verdict {
  console.table([
    row('frames, without exports', baseline.gaps),
    row('frames, with exports', loaded.gaps),
    row("wall's requests, without", baseline.answers),
    row("wall's requests, with", loaded.answers)
  ])
  say(`server without exports: ${held(before)}`)
  say(`server with exports: ${held(during)}`)
  say(`made: ${listed(made.kinds)}, ${(made.bytes / 1e6).toFixed(0)} MB; refused: ${listed(made.refused)}; load of the machine: ${loadavg()[0]?.toFixed(1)}`)
  return verdictOf(baseline, loaded, sum(made.kinds), sum(made.refused))
}

/** 2 where nothing was found out. */
function concluded({ problems, isBusy }: Verdict, say: Say): number {
  for (const problem of problems) say(`FAIL ${problem}`)
  if (problems.length > 0) return 1
  say(isBusy ? 'nothing is known: the machine was busy with something else, frames were late without exports too' : 'passed')
  return isBusy ? 2 : 0
}

/**
 * A production server and a wall that goes from scene to scene with its usual fades: first by themselves, then while clients ask for
 * decks, workbooks and pictures that have all to be made. Prints how late frames, requests and the server were, and whether a wall
 * notices; see `settingsOf`. Returns the exit code.
 */
export async function benchExports(words: readonly string[], say: Say): Promise<number> {
  const settings = settingsOf(words)
  const preload = new URL('./server-side.mjs', import.meta.url).href
  const app = await startApp({ env: { NODE_OPTIONS: `--import ${preload}`, BENCH_DELAYS: DELAYS, BENCH_PLANT: settings.plant ?? '' } })
  const browser = await launch()
  try {
    const choices = await choicesOf(app.url)
    const wall = await openWall(browser, app.url, { scenes: choices.scenes.map(({ scene }) => scene.id), fade: undefined })
    return concluded(tell(await measure(app, wall, choices, settings), say), say)
  } finally {
    await browser.close()
    await app.stop()
    rmSync(DELAYS, { force: true })
  }
}
