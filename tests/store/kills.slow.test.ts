import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startCluster, type PostgresCluster } from '#server/testing/postgres-cluster.ts'
import { temporaryFolder } from '#server/testing/temporary-folder.ts'
import { buildApp, type BuiltApp, type RunningApp } from './built-app.ts'
import { reportKills } from './kill-table.ts'
import { inspect, publishUntil, type Attempt } from './publisher-load.ts'

const APP_KILLS = 50
const DATABASE_KILLS = 20
const MINUTES = 60_000

let cluster: PostgresCluster
let built: BuiltApp
beforeAll(async () => {
  cluster = await startCluster()
  built = await buildApp()
})
afterAll(async () => {
  built.remove()
  await cluster.remove()
})

const acknowledged = (attempts: readonly Attempt[]): number => attempts.filter((made) => made.acknowledged !== undefined).length

/** Lets some be acknowledged, then ends everything at a moment nobody chose. */
async function untilSomeMoment(attempts: readonly Attempt[]): Promise<void> {
  const before = acknowledged(attempts)
  await expect.poll(() => acknowledged(attempts), { timeout: 30_000, interval: 5 }).toBeGreaterThan(before + 1)
  await delay(Math.random() * 80)
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return (performance.now() - begun) / 1000
}

function expectNothingLost(what: string, kills: number, attempts: readonly Attempt[], found: Awaited<ReturnType<typeof inspect>>, slowest: number): void {
  reportKills({ what, kills, attempts: attempts.length, ...found, slowest })
  expect(found).toMatchObject({ lost: 0, broken: 0, acknowledgedPresent: acknowledged(attempts) })
}

/** Kills the app while it publishes, starts it again at once, and looks each time. */
async function killApps(what: string, start: () => Promise<RunningApp>): Promise<void> {
  const attempts: Attempt[] = []
  let slowest = 0
  let app = await start()
  for (let kill = 0; kill < APP_KILLS; kill += 1) {
    const begun = attempts.length
    let over = false
    const publishing = publishUntil(app, attempts, () => over)
    await untilSomeMoment(attempts)
    over = true
    await app.kill()
    await publishing
    slowest = Math.max(
      slowest,
      await seconds(async () => {
        app = await start()
      })
    )
    expect(await inspect(app, attempts.slice(begun))).toMatchObject({ lost: 0, broken: 0 })
  }
  const found = await inspect(app, attempts)
  expect(await app.stop()).toBe(0)
  expectNothingLost(what, APP_KILLS, attempts, found, slowest)
}

it(
  'the app over the embedded store',
  async () => {
    const folder = temporaryFolder()
    await killApps('the app, embedded store', () => built.start(folder))
  },
  20 * MINUTES
)

it(
  'the app over PostgreSQL',
  async () => {
    const [folder, url] = [temporaryFolder(), await cluster.createDatabase()]
    await killApps('the app, PostgreSQL', () => built.start(folder, { DATABASE_URL: url }))
  },
  20 * MINUTES
)

it(
  'PostgreSQL, under an app that stays up and takes up publishing again by itself',
  async () => {
    const [folder, url] = [temporaryFolder(), await cluster.createDatabase()]
    const app = await built.start(folder, { DATABASE_URL: url, CONNECT_SECONDS: '2' })
    const attempts: Attempt[] = []
    let [over, slowest] = [false, 0]
    const publishing = publishUntil(app, attempts, () => over)
    for (let kill = 0; kill < DATABASE_KILLS; kill += 1) {
      await untilSomeMoment(attempts)
      await cluster.kill()
      const before = acknowledged(attempts)
      slowest = Math.max(
        slowest,
        await seconds(async () => {
          await cluster.start()
          await expect.poll(() => acknowledged(attempts), { timeout: 30_000, interval: 20 }).toBeGreaterThan(before)
        })
      )
    }
    over = true
    await publishing
    /* What this server remembers is one thing, what a fresh one reads is another. */
    await app.stop()
    const fresh = await built.start(folder, { DATABASE_URL: url })
    const found = await inspect(fresh, attempts)
    await fresh.stop()
    expectNothingLost('PostgreSQL', DATABASE_KILLS, attempts, found, slowest)
  },
  20 * MINUTES
)
