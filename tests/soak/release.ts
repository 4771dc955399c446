import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { publishThroughServer } from '#server/publish/through-server.ts'
import { correction } from '#tests/support/correction.ts'

/** As many letters each time: the page's size is the same after every release. */
const FIRST = 900
const VALUES = 99

export interface Released {
  readonly release: number
  /** What the page says of it, where it says so. */
  readonly phrase: string
}

/** The command itself, as an operator calls it. */
async function byCommand(dataDir: string, content: object): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'soak-'))
  const file = join(folder, 'release.json')
  writeFileSync(file, JSON.stringify(content))
  try {
    const { stdout } = await promisify(execFile)(process.execPath, ['scripts/publish.mjs', file], { env: { ...process.env, DATA_DIR: dataDir } })
    return Number(/第 (?<release>\d+) 版/.exec(stdout)?.groups?.release)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Publishes a figure with another value. The first time by the command; then by what the command does, without a process for each. */
export async function publishAnother(dataDir: string, count: number): Promise<Released> {
  const value = FIRST + (count % VALUES)
  const content = correction(value)
  const release = count === 0 ? await byCommand(dataDir, content) : (await publishThroughServer(dataDir, content)).release
  return { release, phrase: `${value}个` }
}
