import type { Page } from 'playwright-core'
import { marked, WINDOW } from './marks.ts'
import { pause } from './moments.ts'
import { recordingOf } from './recording-of.ts'
import type { Recording } from './recording.ts'
import { startTrace } from './trace.ts'

/** Something to do at a point of the window, in milliseconds from its begin. */
export interface Moment {
  readonly at: number
  readonly act: () => Promise<void>
}

/** Records what the page does for so many milliseconds, with the moments in their order; one that lasts longer delays the next. */
export async function record(page: Page, length: number, moments: readonly Moment[]): Promise<Recording> {
  const cdp = await page.context().newCDPSession(page)
  const stop = await startTrace(cdp)
  await marked(page, WINDOW, async () => {
    const begun = performance.now()
    const until = (at: number): Promise<void> => pause(begun + at - performance.now())
    for (const { at, act } of moments) {
      await until(at)
      await act()
    }
    await until(length)
  })
  const recording = recordingOf(await stop())
  await cdp.detach()
  return recording
}
