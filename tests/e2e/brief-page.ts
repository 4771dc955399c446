import type { Browser } from 'playwright-core'
import { findingText } from '#tests/audit/finding.ts'
import { scriptForPage } from '#tests/audit/for-page.ts'
import { readScreen } from '#tests/audit/reader.ts'
import { clipped } from '#tests/audit/rules/clipped.ts'
import { overlaps } from '#tests/audit/rules/overlap.ts'
import { tooSmall } from '#tests/audit/rules/too-small.ts'
import { untilPainted, watchedPage, type Watched } from './browser.ts'

/** The smallest text on paper, in px. */
const SMALLEST = 13

/** A briefing in a window, painted, with the reader of the audit. */
export async function openBrief(browser: Browser, address: string): Promise<Watched> {
  const watched = await watchedPage(browser, 1400, 900)
  await watched.page.addInitScript({ content: await scriptForPage('tests/audit/page/read-screen.ts') })
  await watched.page.goto(address)
  await untilPainted(watched.page)
  return watched
}

/** Texts that overlap, are cut or too small, anywhere on the pages; and how many texts there are. */
export async function faultsOf({ page }: Watched): Promise<{ readonly texts: number; readonly faults: readonly string[] }> {
  const { texts } = await readScreen(page)
  const everywhere = { left: 0, top: 0, right: Infinity, bottom: Infinity }
  const faults = [...overlaps(texts, everywhere), ...clipped(texts, everywhere), ...tooSmall(texts, SMALLEST)]
  return { texts: texts.length, faults: faults.map(findingText) }
}

/** Panels of each page that reach over the room for panels, and pages that reach over their paper. */
export const spills = ({ page }: Watched): Promise<string[]> =>
  page.$$eval('.sheet', (sheets) =>
    sheets.flatMap((sheet, i) => {
      const body = sheet.querySelector('.sheet-body')?.getBoundingClientRect() ?? new DOMRect()
      const over = [...sheet.querySelectorAll('.sheet-place')].filter((place) => {
        const { left, right, top, bottom } = place.getBoundingClientRect()
        return left < body.left - 1 || right > body.right + 1 || top < body.top - 1 || bottom > body.bottom + 1
      })
      const words = over.map((place) => `page ${i + 1}: ${place.querySelector('[data-panel]')?.getAttribute('data-panel')}`)
      return sheet.scrollHeight > sheet.clientHeight + 1 ? [...words, `page ${i + 1} itself`] : words
    })
  )

/** The panels of each scene, in the order of the pages: `zonglan/map`. */
export const panelsOn = ({ page }: Watched): Promise<string[]> =>
  page.$$eval('[data-scene]', (scenes) =>
    scenes.flatMap((scene) =>
      [...scene.querySelectorAll('[data-panel]')].map((panel) => `${scene.getAttribute('data-scene')}/${panel.getAttribute('data-panel')}`)
    )
  )
