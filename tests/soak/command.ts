import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startApp } from '#tests/e2e/app.ts'
import { launchMeasured } from './browser.ts'
import { linesOf, outcomeOf, type Outcome } from './report.ts'
import { run } from './run.ts'
import { settingsOf } from './settings.ts'
import { verdictOf } from './verdict.ts'
import { openWall } from './wall.ts'

type Say = (line: string) => void

const scenesOf = async (url: string): Promise<string[]> => {
  const answer = (await (await fetch(`${url}/api/v1/scenes`)).json()) as { readonly scenes: readonly { readonly id: string }[] }
  return answer.scenes.map(({ id }) => id)
}

/** Starts the app and a browser, and runs what the words say; see `settingsOf`. */
export async function soak(words: readonly string[], say: Say): Promise<Outcome> {
  // Words that are none fail before anything is started.
  const { jit } = settingsOf(words, 1)
  const app = await startApp()
  const browser = await launchMeasured(jit)
  try {
    const scenes = await scenesOf(app.url)
    const settings = settingsOf(words, scenes.length)
    const wall = await openWall(browser, app.url, { scenes, ...settings })
    const result = await run({ wall, dataDir: app.dataDir, settings, round: scenes.length, say })
    return outcomeOf(result, verdictOf(result.samples))
  } finally {
    await browser.close()
    await app.stop()
  }
}

/** The blank frames as pictures, the rest as text. */
function keep(outcome: Outcome, lines: readonly string[]): void {
  mkdirSync('artifacts', { recursive: true })
  writeFileSync(join('artifacts', 'soak.txt'), `${lines.join('\n')}\n`)
  writeFileSync(join('artifacts', 'soak.json'), `${JSON.stringify(outcome, (key, value: unknown) => (key === 'picture' ? undefined : value), 2)}\n`)
  for (const [index, { picture }] of outcome.run.seen.entries())
    if (picture !== undefined) writeFileSync(join('artifacts', `soak-blank-${index + 1}.png`), picture)
}

/** Tells the outcome and keeps it in `artifacts`; returns the exit code. */
export async function soakCommand(words: readonly string[], say: Say): Promise<number> {
  const outcome = await soak(words, say)
  const lines = linesOf(outcome)
  for (const line of lines) say(line)
  keep(outcome, lines)
  return outcome.problems.length === 0 ? 0 : 1
}
