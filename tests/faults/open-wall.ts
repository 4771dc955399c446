import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { scriptForPage } from '#tests/audit/for-page.ts'
import { launchKiosk } from '#tests/e2e/browser.ts'
import type { Machine } from './fault.ts'
import { removeFolder } from './lane.ts'
import type { Look, Seen } from './look.ts'

const SIZE = { width: 1280, height: 720 }
const HOME = 'Asia/Shanghai'
const witness = scriptForPage('tests/faults/witness-page.ts')

/** An open wall, and everything seen on it. */
export interface OpenWall {
  readonly page: Page
  readonly seen: readonly Seen[]
  readonly mishaps: readonly string[]
  /** The present look. */
  readonly now: () => Seen | undefined
  /** Resolves to when it held, or to undefined when it did not in so many milliseconds. */
  readonly until: (holds: (look: Seen) => boolean, milliseconds: number) => Promise<number | undefined>
  readonly close: () => Promise<void>
}

/** Without anything said the machine is as it should be. */
export async function setMachine(page: Page, { offsets = [0], each = 0, zone = HOME }: Machine): Promise<void> {
  await page.evaluate(({ offsets, each }) => globalThis.__clock?.(offsets, each), { offsets, each })
  await setZone(page, zone)
}

async function setZone(page: Page, timezoneId: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setTimezoneOverride', { timezoneId })
  await session.detach()
}

/** What a visitor would see as an accident, whatever the figures. */
function watchMishaps(page: Page, address: string): string[] {
  const mishaps: string[] = []
  page.on('pageerror', (error) => mishaps.push(`page error: ${String(error)}`))
  page.on('crash', () => mishaps.push('the page crashed'))
  page.on('dialog', (dialog) => {
    mishaps.push(`a dialog: ${dialog.message()}`)
    dialog.dismiss().catch(() => undefined)
  })
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame() && frame.url() !== address && frame.url() !== 'about:blank') mishaps.push(`the page went to ${frame.url()}`)
  })
  return mishaps
}

interface OpenOptions {
  readonly context: BrowserContext
  readonly address: string
  /** In force before the page begins. */
  readonly machine?: Machine
  readonly close: () => Promise<void>
}

async function openIn({ context, address, machine, close }: OpenOptions): Promise<OpenWall> {
  const seen: Seen[] = []
  const listeners = new Set<() => void>()
  await context.exposeBinding('__look', (_source, look: Look) => {
    seen.push({ ...look, at: performance.now() })
    for (const listener of listeners) listener()
  })
  if (machine !== undefined)
    await context.addInitScript(`globalThis.__clockAtStart = ${JSON.stringify({ offsets: machine.offsets ?? [0], each: machine.each ?? 0 })}`)
  await context.addInitScript({ content: await witness })
  const page = context.pages()[0] ?? (await context.newPage())
  await setZone(page, machine?.zone ?? HOME)
  const mishaps = watchMishaps(page, address)
  page.goto(address, { waitUntil: 'commit', timeout: 60_000 }).catch((error: unknown) => mishaps.push(`did not open: ${String(error).split('\n')[0] ?? ''}`))
  const until: OpenWall['until'] = (holds, milliseconds) =>
    new Promise((resolve) => {
      const done = (at?: number): void => {
        clearTimeout(timer)
        listeners.delete(listen)
        resolve(at)
      }
      const listen = (): void => {
        const look = seen.at(-1)
        if (look !== undefined && holds(look)) done(performance.now())
      }
      const timer = setTimeout(done, milliseconds)
      listeners.add(listen)
      listen()
    })
  return { page, seen, mishaps, now: () => seen.at(-1), until, close }
}

/** In a fresh context of a browser that others use too. */
export async function openFresh(browser: Browser, address: string): Promise<OpenWall> {
  const context = await browser.newContext({ viewport: SIZE })
  return openIn({ context, address, close: () => context.close() })
}

/** In a browser with a profile: the folder itself, or a copy of it that goes with the page. */
export async function openProfile(folder: string, address: string, { copy = true, machine }: { copy?: boolean; machine?: Machine } = {}): Promise<OpenWall> {
  const used = copy ? mkdtempSync(join(tmpdir(), 'profile-')) : folder
  if (copy) cpSync(folder, used, { recursive: true })
  const context = await launchKiosk(used, [], SIZE)
  const close = async (): Promise<void> => {
    await context.close()
    if (copy) removeFolder(used)
  }
  return openIn({ context, address, machine, close })
}
