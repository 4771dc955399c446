import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { publishThroughServer } from '#server/publish/through-server.ts'

/** As many letters each time: the page's size is the same after every release. */
const FIRST = 900
const VALUES = 99

export interface Released {
  readonly release: number
  /** What the page says of it, where it says so. */
  readonly phrase: string
}

const request = (value: number): object => ({
  note: '更正',
  source: 'qz-2022-10',
  observations: [
    {
      indicator: 'xxt.projects',
      refArea: '330800',
      scope: '全市',
      timePeriod: '../2022-10',
      freq: '_Z',
      obsValue: String(value),
      bound: 'exact',
      scale: 1,
      obsStatus: 'A',
      origin: 'published',
      source: 'qz-2022-10'
    }
  ]
})

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
  const content = request(value)
  const release = count === 0 ? await byCommand(dataDir, content) : (await publishThroughServer(dataDir, content)).release
  return { release, phrase: `${value}个` }
}
