import { spawn, type ChildProcess } from 'node:child_process'
import { rmSync } from 'node:fs'
import { quietPort as freePort } from '#tests/restarts/quiet-port.ts'
import { freshDataDir } from './fresh-data-dir.ts'

export { freePort }

export interface App {
  readonly url: string
  readonly port: number
  readonly dataDir: string
  readonly process: ChildProcess
  /** What it has said so far. */
  readonly output: () => string
  /** SIGTERM, and the folder removed unless it is kept. */
  readonly stop: (keep?: boolean) => Promise<void>
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })

export async function untilReady(url: string, child: ChildProcess, output: () => string): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`start ended with ${child.exitCode}: ${output()}`)
    const ready = await fetch(`${url}/readyz`).then(
      (response) => response.ok,
      () => false
    )
    if (ready) return
    await pause(100)
  }
  throw new Error(`never ready: ${output()}`)
}

interface StartOptions {
  readonly env?: Record<string, string>
  readonly dataDir?: string
  readonly port?: number
}

/** `npm start` on a free port with a data folder of its own. */
export async function startApp({ env = {}, dataDir = freshDataDir(), port }: StartOptions = {}): Promise<App> {
  const chosen = port ?? (await freePort())
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    env: { ...process.env, HOST: '127.0.0.1', PORT: String(chosen), DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
  })
  const url = `http://127.0.0.1:${chosen}`
  const stop = async (keep = false): Promise<void> => {
    if (child.exitCode === null) child.kill('SIGTERM')
    await ended
    if (!keep) rmSync(dataDir, { recursive: true, force: true })
  }
  await untilReady(url, child, () => said)
  return { url, port: chosen, dataDir, process: child, output: () => said, stop }
}
