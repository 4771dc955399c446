import { createHash } from 'node:crypto'
import { execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { freePort, untilReady } from './app.ts'
import { fillDataDir } from './fresh-data-dir.ts'

/** The built app in a folder of its own, where a test can put another build in its place. */
export interface LaidOutApp {
  readonly url: string
  readonly port: number
  readonly folder: string
  /** The build that is served now. */
  readonly build: () => string
  /**
   * Puts another build in place under the running server: the same app with other names of its chunks. `keepOld` leaves the
   * old chunks where a server finds them; `broken` is one whose scripts do not run.
   */
  readonly deploy: (options?: { readonly keepOld?: boolean; readonly broken?: boolean }) => string
  /** A release with one figure of the whole area; what the command said. */
  readonly publish: (indicator: string, obsValue: string) => string
  readonly start: () => Promise<void>
  /** kill -9. */
  readonly kill: () => Promise<void>
  readonly remove: () => Promise<void>
}

const BUILD = /name="build" content="([0-9a-f]{12})"/
/** What tells a chunk of one build from that of another; a hash may end in a hyphen. */
const HASH = /-(?:build\d+|[\w-]{8})(\.\w+)$/
const text = (path: string): string => readFileSync(path, 'utf8')

function replaceIn(path: string, words: readonly (readonly [string, string])[]): void {
  writeFileSync(
    path,
    words.reduce((all, [from, to]) => all.replaceAll(from, to), text(path))
  )
}

interface LayOut {
  readonly env?: Readonly<Record<string, string>>
  /** Changes the pack before the server starts. */
  readonly pack?: (folder: string) => void
}

/** A change of the pack: what it says of walls. */
export const withWall =
  (wall: object): NonNullable<LayOut['pack']> =>
  (folder) => {
    const file = join(folder, 'pack.json')
    const pack: object = JSON.parse(text(file))
    writeFileSync(file, JSON.stringify({ ...pack, wall }))
  }

export async function layOutApp({ env = {}, pack }: LayOut = {}): Promise<LaidOutApp> {
  const folder = mkdtempSync(join(tmpdir(), 'laid-out-'))
  const at = (...path: string[]): string => join(folder, ...path)
  for (const part of ['dist', 'build', 'packs', 'package.json']) cpSync(part, at(part), { recursive: true })
  symlinkSync(join(process.cwd(), 'node_modules'), at('node_modules'))
  pack?.(at('packs/quzhou'))
  fillDataDir(at('data'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  let child: ReturnType<typeof spawn> | undefined
  let deployed = 0

  const build = (): string => BUILD.exec(text(at('dist/client/index.html')))?.[1] ?? ''

  const start = async (): Promise<void> => {
    let said = ''
    const started = spawn(process.execPath, [at('dist/server/main.js')], {
      env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), DATA_DIR: at('data'), OPERATOR_TOKEN: 'operator-of-the-tests', ...env },
      stdio: ['ignore', 'pipe', 'pipe']
    })
    for (const stream of [started.stdout, started.stderr])
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString()
      })
    child = started
    await untilReady(url, started, () => said)
  }

  const kill = async (): Promise<void> => {
    const running = child
    child = undefined
    if (running === undefined || running.exitCode !== null) return
    const ended = new Promise((resolve) => {
      running.once('exit', resolve)
    })
    running.kill('SIGKILL')
    await ended
  }

  const deploy: LaidOutApp['deploy'] = ({ keepOld = false, broken = false } = {}) => {
    deployed += 1
    const client = at('dist/client')
    const old = build()
    // Of the old one and not a part of it: a build may be called anything, and this one must be called otherwise.
    const fresh = createHash('sha256').update(`${old} ${deployed}`).digest('hex').slice(0, old.length)
    if (keepOld) cpSync(client, at('dist/previous'), { recursive: true })
    const assets = readdirSync(join(client, 'assets'), { recursive: true, encoding: 'utf8' })
    const chunks = assets.filter((name) => /\.(js|css)$/.test(name))
    const names = chunks.map((name) => [name, name.replace(HASH, `-build${deployed}$1`)] as const)
    for (const name of readdirSync(client)) if (/\.(br|gz)$/.test(name)) rmSync(join(client, name))
    for (const name of assets) if (/\.(br|gz)$/.test(name)) rmSync(join(client, 'assets', name))
    // Chunks name each other by their last part.
    const words = [...names.map(([from, to]) => [basename(from), basename(to)] as const), [old, fresh] as const]
    for (const [name] of names) replaceIn(join(client, 'assets', name), words)
    for (const [from, to] of names) renameSync(join(client, 'assets', from), join(client, 'assets', to))
    if (broken) for (const [, name] of names) if (name.endsWith('.js')) writeFileSync(join(client, 'assets', name), 'throw new Error("a broken build")\n')
    // The page last: what it names is there by then.
    for (const name of ['sw.js', 'wall.html', 'index.html']) replaceIn(join(client, name), words)
    return fresh
  }

  const publish: LaidOutApp['publish'] = (indicator, obsValue) => {
    const figure = { indicator, refArea: '330800', scope: '全市', timePeriod: '../2022-10', freq: '_Z', obsValue, bound: 'exact', scale: 1 }
    const observations = [{ ...figure, obsStatus: 'A', origin: 'published', source: 'qz-2022-10' }]
    const file = at('publication.json')
    writeFileSync(file, JSON.stringify({ note: '更正', source: 'qz-2022-10', observations }))
    return execFileSync(process.execPath, [at('dist/server/publish.js'), file], { env: { ...process.env, DATA_DIR: at('data') }, encoding: 'utf8' })
  }

  const remove = async (): Promise<void> => {
    await kill()
    rmSync(folder, { recursive: true, force: true })
  }
  await start()
  return { url, port, folder, build, deploy, publish, start, kill, remove }
}
