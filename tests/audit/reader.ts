import type { Page } from 'playwright-core'
import type { Screen } from './screen.ts'

/** Two readings that agree: late fonts and the last frames of a movement are over then. */
const ATTEMPTS = 20

const read = (page: Page): Promise<Screen> =>
  page.evaluate(
    () =>
      new Promise<Screen>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(globalThis.__readScreen?.() ?? { texts: [], states: [] })))
      })
  )

/** What is to be seen on a page that was given the reader's script, once it stands still. */
export async function readScreen(page: Page): Promise<Screen> {
  let last = await read(page)
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const next = await read(page)
    if (JSON.stringify(next) === JSON.stringify(last)) return next
    last = next
  }
  return last
}
