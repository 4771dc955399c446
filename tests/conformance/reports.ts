import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Profile } from './profiles.ts'
import { reportText } from './report.ts'
import { rules } from './rules.ts'
import type { Running } from './running-server.ts'
import { runRules, type Outcome } from './run.ts'

const FOLDER = 'artifacts/conformance'

/** Keeps a table for whoever reads the run afterwards. */
export function writeReport(name: string, text: string): void {
  mkdirSync(FOLDER, { recursive: true })
  writeFileSync(join(FOLDER, `${name}.txt`), `${text}\n`)
}

/** Holds an implementation against a profile, keeps the table, and closes the implementation. */
export async function reportOf(name: string, running: Running, profile: Profile): Promise<Outcome[]> {
  try {
    const outcomes = await runRules(rules, running.api, profile)
    writeReport(name, reportText(running.url, profile, outcomes))
    return outcomes
  } finally {
    await running.close()
  }
}
