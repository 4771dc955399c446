import { loadavg } from 'node:os'
import { startApp } from '#tests/e2e/app.ts'
import { launch } from '#tests/e2e/browser.ts'
import { hasPassed, linesOf } from './report.ts'
import { run } from './run.ts'
import { settingsOf } from './settings.ts'

type Say = (line: string) => void

/** Starts the app on a folder of its own and a browser, and watches a scene; see `settingsOf`. Returns the exit code. */
export async function benchFrames(words: readonly string[], say: Say): Promise<number> {
  const settings = settingsOf(words)
  const app = await startApp()
  const browser = await launch()
  try {
    const page = await browser.newPage({ viewport: settings.size })
    const outcome = await run(page, app, settings)
    for (const line of linesOf(outcome, settings)) say(line)
    say(`load of the machine: ${loadavg()[0]?.toFixed(1)}`)
    return hasPassed(outcome.verdict) ? 0 : 1
  } finally {
    await browser.close()
    await app.stop()
  }
}
