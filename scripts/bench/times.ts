import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startApp, type App } from '#tests/e2e/app.ts'
import { launch, untilPainted } from '#tests/e2e/browser.ts'

const rows: { what: string; median: string; worst: string; runs: number }[] = []

async function timed(action: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await action()
  return performance.now() - started
}

async function measure(what: string, runs: number, action: () => Promise<number>): Promise<void> {
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) times.push(await action())
  const sorted = times.toSorted((a, b) => a - b)
  const text = (value = 0): string => `${value.toFixed(value < 100 ? 1 : 0)} ms`
  rows.push({ what, median: text(sorted[Math.floor(runs / 2)]), worst: text(sorted.at(-1)), runs })
}

let folder = ''
const dataDir = (): string => join(folder, 'data')
let app: App | undefined

/** From the command to `/readyz`, and the process left running. */
const start = async (fresh: boolean): Promise<number> => {
  await app?.stop(true)
  if (fresh) rmSync(dataDir(), { recursive: true, force: true })
  return timed(async () => {
    app = await startApp({ dataDir: dataDir() })
  })
}

async function afterKill(): Promise<number> {
  const port = app?.port
  app?.process.kill('SIGKILL')
  return timed(async () => {
    app = await startApp({ dataDir: dataDir(), port })
  })
}

const scene = (): Promise<number> => timed(async () => (await fetch(`${app?.url}/api/v1/scenes/zonglan`)).arrayBuffer())

function publication(run: number): string {
  const file = join(folder, `${run}.json`)
  const observation = {
    indicator: 'xxt.projects',
    refArea: '330800',
    scope: '全市',
    timePeriod: '../2022-10',
    freq: '_Z',
    obsValue: String(958 + run),
    bound: 'exact',
    scale: 1,
    obsStatus: 'A',
    origin: 'published',
    source: 'qz-2022-10'
  }
  writeFileSync(file, JSON.stringify({ note: '测速', source: 'qz-2022-10', observations: [observation] }))
  return file
}

let published = 0
const publish = (): Promise<number> =>
  timed(async () => {
    execFileSync(process.execPath, ['scripts/publish.mjs', publication(published++)], { env: { ...process.env, DATA_DIR: dataDir() }, stdio: 'ignore' })
  })

async function paint(width: number, height: number): Promise<void> {
  const browser = await launch()
  await measure(`open and paint ${width}x${height}`, 5, async () => {
    const page = await browser.newPage({ viewport: { width, height } })
    const took = await timed(async () => {
      await page.goto(app?.url ?? '')
      await untilPainted(page)
    })
    await page.close()
    return took
  })
  await browser.close()
}

async function measureAll(): Promise<void> {
  await measure('first start (built)', 2, () => start(true))
  await measure('second start', 5, () => start(false))
  await measure('start after kill -9', 3, afterKill)
  await measure('scene answer', 200, scene)
  await measure('publish, command to acknowledgement', 5, publish)
  await paint(1920, 1080)
  await paint(3840, 2160)
  await paint(3840, 1080)
}

/** Measures start, restart, scene answer, publishing and painting, and prints them as a table: figures, no verdicts. Returns the exit code. */
export async function benchTimes(): Promise<number> {
  folder = mkdtempSync(join(tmpdir(), 'bench-'))
  execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'ignore' })
  try {
    await measureAll()
  } finally {
    await app?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  console.table(rows)
  return 0
}
