import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { WallState } from '#modes/wall/audit-wall.ts'
import { launchKiosk } from './browser.ts'

/** Fast intervals, so that a test need not wait as long as a wall does. */
export const FAST = 'fade=50&waits=request:2,poll:2,silence:4,reconnectFirst:0.2,reconnectLongest:0.6,report:1'

/** A kiosk browser with a profile of its own, which outlives the browser. */
export interface Kiosk {
  readonly context: () => BrowserContext
  readonly open: (url: string) => Promise<Page>
  /** As after a power cut: another browser over the same profile. */
  readonly restart: () => Promise<void>
  readonly close: () => Promise<void>
}

export async function openKiosk(args: readonly string[] = [], size = { width: 1920, height: 1080 }): Promise<Kiosk> {
  const profile = mkdtempSync(join(tmpdir(), 'kiosk-'))
  let context = await launchKiosk(profile, args, size)
  return {
    context: () => context,
    open: async (url) => {
      const page = context.pages()[0] ?? (await context.newPage())
      await page.goto(url)
      return page
    },
    restart: async () => {
      await context.close()
      context = await launchKiosk(profile, args, size)
    },
    close: async () => {
      await context.close()
      // The last of the browser's processes may still write into it.
      rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
    }
  }
}

export const wallState = (page: Page): Promise<WallState | undefined> => page.evaluate(() => globalThis.__wall?.state())

export const untilConnection = async (page: Page, connection: string, timeout = 30_000): Promise<void> => {
  await page.waitForSelector(`.header-connection[data-connection="${connection}"]`, { timeout })
}

export const untilScene = async (page: Page, scene: string, timeout = 30_000): Promise<void> => {
  await page.waitForSelector(`html[data-ready="true"] [data-stage="shown"] [data-scene="${scene}"]`, { state: 'attached', timeout })
}

/** Waits until the service worker has the whole shell of a build, of any unless it is named, and answers for the page. */
export const untilOfflineReady = async (page: Page, build = ''): Promise<void> => {
  const isReady = (): Promise<boolean> =>
    page.evaluate(async (id) => navigator.serviceWorker.controller !== null && (await caches.keys()).some((name) => name.startsWith(`shell-${id}`)), build)
  await expect.poll(isReady, { timeout: 30_000 }).toBe(true)
}
