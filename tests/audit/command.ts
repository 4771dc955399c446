import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { launch } from '#tests/e2e/browser.ts'
import { startApp } from '#tests/e2e/app.ts'
import { auditor, scenesAt, type Auditor } from './auditor.ts'
import { findingText } from './finding.ts'
import { matrix, sizeText, type View } from './pages.ts'
import { settingsOf, type Settings } from './settings.ts'

type Say = (line: string) => void

interface Tally {
  pages: number
  findings: number
}

async function look(one: Auditor, view: View, { out }: Settings, say: Say): Promise<number> {
  const started = performance.now()
  const findings = await one.audit(view)
  const name = `${view.scene}-${sizeText(view.size)}-${view.theme}`
  if (out !== undefined) await one.page.screenshot({ path: join(out, `${name}.png`) })
  say(`${findings.length === 0 ? 'ok  ' : 'FAIL'} ${name} ${((performance.now() - started) / 1_000).toFixed(1)} s`)
  for (const finding of findings) say(`     ${findingText(finding)}`)
  return findings.length
}

async function lookAtAll(browser: Browser, base: string, settings: Settings, say: Say): Promise<Tally> {
  const one = await auditor(browser, base, settings)
  const scenes = settings.scenes ?? (await scenesAt(one.page, base))
  const tally: Tally = { pages: 0, findings: 0 }
  for (const view of matrix({ ...settings, scenes })) {
    tally.findings += await look(one, view, settings, say)
    tally.pages += 1
  }
  return tally
}

/** Looks at every page asked for; returns the exit code. */
export async function audit(words: readonly string[], say: Say): Promise<number> {
  const settings = settingsOf(words)
  if (settings.out !== undefined) mkdirSync(settings.out, { recursive: true })
  const app = settings.url === undefined ? await startApp() : undefined
  const browser = await launch()
  try {
    const base = new URL(settings.url ?? app?.url ?? '')
    if (settings.wall) base.pathname = '/wall'
    if (settings.mock !== undefined) base.searchParams.set('mock', settings.mock)
    const { pages, findings } = await lookAtAll(browser, base.href, settings, say)
    say(`${pages} pages, ${findings} findings`)
    return findings === 0 && pages > 0 ? 0 : 1
  } finally {
    await browser.close()
    await app?.stop()
  }
}
