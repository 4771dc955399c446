import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { must } from '#tests/support/panel-data.ts'
import { startApp, type App } from './app.ts'
import { launch } from './browser.ts'

interface Served {
  readonly url: string
  readonly browser: Browser
}

/** The app and a browser for the tests of a file: started before the first, ended behind the last. */
export function serve(env: Record<string, string> = {}): Served {
  let app: App | undefined
  let browser: Browser | undefined
  beforeAll(async () => {
    app = await startApp({ env })
    browser = await launch()
  })
  afterAll(async () => {
    await browser?.close()
    await app?.stop()
  })
  return {
    get url() {
      return must(app).url
    },
    get browser() {
      return must(browser)
    }
  }
}
