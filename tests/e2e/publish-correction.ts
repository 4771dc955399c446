import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { correction } from '#tests/support/correction.ts'

/** The command itself, as an operator calls it. Returns what it says. */
export function runPublish(dataDir: string, ...words: readonly string[]): string {
  return execFileSync(process.execPath, ['scripts/publish.mjs', ...words], { env: { ...process.env, DATA_DIR: dataDir }, encoding: 'utf8' })
}

/** The figure of the projects, corrected by a file. Returns what the command says. */
export function publishCorrection(dataDir: string, value: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'tongxin-correction-'))
  try {
    const file = join(folder, 'release.json')
    writeFileSync(file, JSON.stringify(correction(value)))
    return runPublish(dataDir, file)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
