import type { Page } from 'playwright-core'
import { startApp } from '#tests/e2e/app.ts'
import { launch } from '#tests/e2e/browser.ts'
import { openWall, pairTablet } from '#tests/e2e/remote-pages.ts'
import { row, type Verdict, verdictOf } from './delays.ts'

/** A tap on the tablet, and what it changes on the wall. */
interface Command {
  readonly name: string
  readonly tap: (round: number) => Promise<unknown>
  /** On the wall: there, or with `!` before it not there any more. */
  readonly sign: (round: number) => string
  /** On the tablet, once it has heard of that: what the next tap does depends on it. */
  readonly heard?: (round: number) => string
}

const ROUNDS = 44
const WALL = { width: 1920, height: 1080 }
const NAMES = { shitang: '共享食堂', zonglan: '总览' } as const
/** With all that a scene takes to be drawn behind the shown one. */
const SHOWN = 'scene, shown'
/** The server lets through eight a second: taps are not faster. */
const PAUSE = 140

declare global {
  var __tapped: number | undefined
}

/** Both pages run on one machine, and count from the same epoch. */
const noteTaps = (tablet: Page): Promise<void> =>
  tablet.evaluate(() => {
    addEventListener('pointerdown', () => (globalThis.__tapped = performance.timeOrigin + performance.now()), true)
  })

/** When the sign is first true on the wall, by its own clock. */
const untilSign = (wall: Page, sign: string): Promise<number> =>
  wall.evaluate(
    (wanted) =>
      new Promise<number>((resolve, reject) => {
        const gone = wanted.startsWith('!')
        const selector = gone ? wanted.slice(1) : wanted
        const late = setTimeout(() => reject(new Error(`never: ${wanted}`)), 10_000)
        const look = (): void => {
          if ((document.querySelector(selector) === null) !== gone) return
          observer.disconnect()
          clearTimeout(late)
          resolve(performance.timeOrigin + performance.now())
        }
        const observer = new MutationObserver(look)
        observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })
      }),
    sign
  )

async function timed(wall: Page, tablet: Page, { tap, sign }: Command, round: number): Promise<number> {
  const changed = untilSign(wall, sign(round))
  await tap(round)
  const at = await changed
  return at - (await tablet.evaluate(() => globalThis.__tapped ?? Number.NaN))
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

function commandsOf(tablet: Page, { x, y, width, height }: Box): readonly Command[] {
  const even = (round: number): boolean => round % 2 === 0
  const scene = (round: number): keyof typeof NAMES => (even(round) ? 'shitang' : 'zonglan')
  const placeOf = (round: number): number => Math.round(x + width * (0.1 + (round % 8) / 10))
  const tapScene = (round: number): Promise<void> => tablet.tap(`[data-scene-button="${scene(round)}"]`)
  return [
    {
      name: 'hold, go on',
      tap: () => tablet.tap('.is-hold'),
      sign: (round) => `.dock-progress s[data-paused="${even(round)}"]`,
      heard: (round) => `.is-hold[aria-pressed="${even(round)}"]`
    },
    {
      name: 'cover, no cover',
      tap: () => tablet.tap('.is-cover'),
      sign: (round) => (even(round) ? '.wall-cover' : '!.wall-cover'),
      heard: (round) => `.is-cover[aria-pressed="${even(round)}"]`
    },
    {
      name: 'ring, no ring',
      tap: () => tablet.locator('[data-figure-button]').first().tap(),
      sign: (round) => (even(round) ? '[data-ring]' : '![data-ring]'),
      heard: (round) => `[data-figure-button]:first-child[aria-pressed="${even(round)}"]`
    },
    {
      name: 'point',
      tap: (round) => tablet.touchscreen.tap(placeOf(round), y + height / 2),
      sign: (round) => `.laser[style*="translate(${Number((((placeOf(round) - x) / width) * WALL.width).toFixed(1))}px"]`
    },
    { name: 'scene, said', tap: tapScene, sign: (round) => `.wall-remote-note[data-note="${NAMES[scene(round)]}"]` },
    { name: SHOWN, tap: tapScene, sign: (round) => `[data-stage="shown"] [data-scene="${scene(round)}"]` }
  ]
}

async function measured(wall: Page, tablet: Page, command: Command): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    times.push(await timed(wall, tablet, command, round))
    await wall.waitForFunction(() => document.querySelectorAll('.wall-layer').length === 1)
    if (command.heard !== undefined) await tablet.locator(command.heard(round)).first().waitFor()
    await tablet.waitForTimeout(PAUSE)
  }
  return times
}

async function measureAll(wall: Page, tablet: Page): Promise<Verdict> {
  await noteTaps(tablet)
  await tablet.locator('[data-figure-button]').first().waitFor()
  const box = await tablet.locator('.remote-preview').boundingBox()
  if (box === null) throw new Error('no preview')
  const all: number[] = []
  const rows: ReturnType<typeof row>[] = []
  for (const command of commandsOf(tablet, box)) {
    const times = await measured(wall, tablet, command)
    if (command.name !== SHOWN) all.push(...times)
    rows.push(row(command.name, times))
  }
  console.table([...rows, row(`all but "${SHOWN}"`, all)])
  return verdictOf(all)
}

/** From a tap on a paired tablet to the change on the wall's page, all on this machine. Prints a table and a verdict; what a scene takes to be drawn is in the table and not in the verdict. Returns the exit code. */
export async function benchRemote(say: (line: string) => void): Promise<number> {
  const app = await startApp()
  const browser = await launch()
  try {
    const wall = await browser.newPage({ viewport: WALL })
    // tsx names functions by a helper that a page does not have.
    await wall.addInitScript('globalThis.__name = (it) => it')
    await openWall(wall, app.url)
    const context = await browser.newContext({ viewport: { width: 820, height: 1600 }, hasTouch: true })
    const { passed, line } = await measureAll(wall, await pairTablet(context, app.url, wall))
    say(line)
    return passed ? 0 : 1
  } finally {
    await browser.close()
    await app.stop()
  }
}
