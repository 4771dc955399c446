import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import * as z from 'zod/mini'
import { readAdminFile } from '#server/data-dir/admin-file.ts'
import type { Pack } from '#server/pack/pack.ts'
import { makeTemporaryFolder } from '#server/testing/temporary-folder.ts'
import { tinyPack, writePack } from '#server/testing/tiny-pack.ts'
import { quietPort } from '#tests/restarts/quiet-port.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const ENTRIES = { main: 'server/main.ts', 'pglite-worker': 'server/postgres/pglite-worker.ts', publish: 'server/publish/cli.ts', copy: 'server/copy/cli.ts' }
const READY_MS = 60_000

export interface RunningApp {
  readonly url: string
  readonly dataDir: string
  readonly output: () => string
  readonly token: () => Promise<string>
  /** SIGTERM; resolves to the exit code. */
  readonly stop: () => Promise<number | null>
  /** kill -9. */
  readonly kill: () => Promise<void>
}

interface CommandResult {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

type Variables = Readonly<Record<string, string>>

export interface BuiltApp {
  readonly folder: string
  readonly start: (dataDir: string, variables?: Variables) => Promise<RunningApp>
  readonly command: (name: 'publish' | 'copy', args: readonly string[], variables?: Variables) => Promise<CommandResult>
  readonly remove: () => void
}

/** The server as it is shipped, beside a page of one line and the tiny pack: what it does with data does not depend on either. */
async function layOut(folder: string, pack: Pack): Promise<void> {
  const made = (path: string): string => join(folder, path)
  for (const name of ['dist/client', 'pack']) mkdirSync(made(name), { recursive: true })
  copyFileSync(join(root, 'package.json'), made('package.json'))
  symlinkSync(join(root, 'node_modules'), made('node_modules'))
  writeFileSync(made('dist/client/index.html'), '<!doctype html>')
  writePack(made('pack'), pack)
  const entryPoints = Object.fromEntries(Object.entries(ENTRIES).map(([name, path]) => [name, join(root, path)]))
  await build({
    entryPoints,
    outdir: made('dist/server'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'error'
  })
}

async function untilReady(url: string, child: ChildProcess, output: () => string): Promise<void> {
  const end = Date.now() + READY_MS
  while (Date.now() < end) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}: ${output()}`)
    if (
      await fetch(`${url}/readyz`).then(
        ({ ok }) => ok,
        () => false
      )
    )
      return
    await delay(30)
  }
  throw new Error(`the server never got ready: ${output()}`)
}

async function readToken(dataDir: string): Promise<string> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const access = await readAdminFile(dataDir)
    if (access !== undefined) return access.token
    await delay(20)
  }
  throw new Error('no admin.json')
}

/** Environment of a child: nothing of ours but where programs are. */
const cleanEnv = (variables: Variables): Record<string, string> => ({ PATH: process.env['PATH'] ?? '', ...variables })

export async function buildApp(pack: Pack = tinyPack()): Promise<BuiltApp> {
  const folder = makeTemporaryFolder()
  await layOut(folder, pack)
  const script = (name: string): string => join(folder, 'dist/server', `${name}.js`)

  const start: BuiltApp['start'] = async (dataDir, variables = {}) => {
    const port = await quietPort()
    const child = spawn(process.execPath, [script('main')], {
      env: cleanEnv({ PORT: String(port), DATA_DIR: dataDir, PACK: join(folder, 'pack'), ...variables }),
      stdio: ['ignore', 'pipe', 'pipe']
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString()
      })
    const exit = once(child, 'exit').then(([code]) => z.nullable(z.int()).parse(code))
    const end = async (name: NodeJS.Signals): Promise<number | null> => {
      child.kill(name)
      return exit
    }
    const url = `http://127.0.0.1:${port}`
    try {
      await untilReady(url, child, () => said)
    } catch (error) {
      await end('SIGKILL')
      throw error
    }
    return { url, dataDir, output: () => said, token: () => readToken(dataDir), stop: () => end('SIGTERM'), kill: async () => void (await end('SIGKILL')) }
  }

  const command: BuiltApp['command'] = (name, args, variables = {}) =>
    new Promise((resolve) => {
      const child = execFile(process.execPath, [script(name), ...args], { env: cleanEnv(variables) }, (_error, stdout, stderr) =>
        resolve({ code: child.exitCode ?? -1, stdout, stderr })
      )
    })

  return { folder, start, command, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
