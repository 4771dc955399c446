import type { Browser } from 'playwright-core'
import { launch } from '#tests/e2e/browser.ts'
import { layOutApp } from '#tests/e2e/laid-out-app.ts'
import { fetchFrom, openListeners } from './listeners.ts'
import { startLoad } from './load.ts'
import { quietPort } from './quiet-port.ts'
import { restart, type Round } from './run.ts'
import { serverIn } from './server.ts'
import { until } from './wait.ts'
import type { Restarts } from './verdict.ts'
import { openWall, PLAYS, type OpenWall } from './walls.ts'
import type { Watcher } from './watcher.ts'

const OPEN = 60_000

interface Wanted {
  readonly times: number
  readonly listeners: number
  readonly walls: number
  readonly onRound?: (round: Round, index: number) => void
}

async function openWalls(browser: Browser, url: string, count: number): Promise<readonly OpenWall[]> {
  const walls: OpenWall[] = []
  for (const play of PLAYS.slice(0, count)) walls.push(await openWall(browser, url, play))
  return walls
}

async function untilAllWatch(watchers: readonly Watcher[]): Promise<void> {
  const absent = (): string[] => watchers.filter(({ since }) => since() === undefined).map(({ name }) => name)
  if (!(await until(() => absent().length === 0, OPEN))) throw new Error(`not connected before the first restart: ${absent().join(', ')}`)
}

/** The built app under load, with listeners and walls, restarted so many times. */
export async function restartTheApp({ times, listeners: many, walls: count, onRound }: Wanted): Promise<Restarts> {
  const app = await layOutApp()
  await app.kill()
  const served = serverIn(app.folder, await quietPort())
  await served.start()
  const browser = await launch()
  const unpatch = fetchFrom(served.url)
  const listeners = openListeners(many)
  const load = await startLoad(served.url, served)
  try {
    const watchers = [...listeners, ...(await openWalls(browser, served.url, count))]
    await untilAllWatch(watchers)
    const rounds = await restart(times, { served, watchers }, onRound)
    return { rounds, watchers, load: load.counts(), mishaps: served.mishaps }
  } finally {
    await load.stop()
    for (const { close } of listeners) close()
    unpatch()
    await browser.close()
    await served.end('SIGKILL')
    await app.remove()
  }
}
