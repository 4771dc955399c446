import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createServer as createSocket, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'

const FOLDER = 'deploy/wall'
const INSTALLED = '/opt/tongxin/wall/'
const NAME = '三楼 & 大厅'
const read = (name: string): string => readFileSync(join(FOLDER, name), 'utf8')
const manual = readFileSync('docs/zh/大屏运维手册.md', 'utf8')
const unique = (text: string, pattern: RegExp): string[] => [...new Set([...text.matchAll(pattern)].map(([, found = '']) => found))].toSorted()

const folders: string[] = []
const started: ChildProcess[] = []
const closers: (() => void)[] = []
let state = ''

beforeEach(() => {
  state = mkdtempSync(join(tmpdir(), 'wall-'))
  folders.push(state)
  mkdirSync(join(state, 'profile'))
})
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
  for (const close of closers.splice(0)) close()
})
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** Writes the settings of a wall; returns their file. */
function settings(lines: Readonly<Record<string, string>>): string {
  const file = join(state, 'settings')
  const all = { WALL_URL: 'http://127.0.0.1:9/wall', WALL_NAME: NAME, WALL_STATE: state, WALL_NETWORK_SECONDS: '0', ...lines }
  const text = Object.entries(all).map(([name, value]) => `${name}='${value}'\n`)
  writeFileSync(file, text.join(''))
  return file
}

const refusal = (lines: Readonly<Record<string, string>>): string =>
  spawnSync('sh', [join(FOLDER, 'watch-wall.sh'), settings(lines)], { encoding: 'utf8' }).stderr

describe('the files of a wall', () => {
  it.each(readdirSync(FOLDER).filter((name) => name.endsWith('.sh')))('%s is a script that a plain shell reads', (name) => {
    execFileSync('sh', ['-n', join(FOLDER, name)])
  })

  it('name each other, and the manual names them all', () => {
    const files = readdirSync(FOLDER)
    const named = ['wall.service', 'wall.desktop'].flatMap((name) => unique(read(name), new RegExp(`^Exec\\w*=.*${INSTALLED}(\\S+)`, 'gm')))
    expect(named).toEqual(['start-wall.sh', 'start-wall.sh'])
    expect(files).toEqual(expect.arrayContaining(named))
    expect(files.filter((name) => !manual.includes(`\`${name}\``))).toEqual([])
  })

  it('have each flag of the browser in the manual, with its reason, and no others there', () => {
    const given = unique(
      read('start-wall.sh')
        .split('\n')
        .filter((line) => /^[^#]*(set -- "\$@"|exec setsid)/.test(line))
        .join('\n'),
      /[\s"](--[a-z][a-z-]+)/g
    )
    expect(given.length).toBeGreaterThan(20)
    expect(unique(manual, /^\| `(--[a-z-]+)` \| \S/gm)).toEqual(given)
  })

  it('have each setting in the sample, the scripts and the manual', () => {
    const sampled = unique(read('tongxin-wall.default'), /^(WALL_\w+)=/gm)
    expect(unique(read('settings.sh'), /\b(WALL_[A-Z_]+)=/g)).toEqual(sampled)
    expect(unique(manual, /^\| `(WALL_\w+)` \| \S/gm)).toEqual(sampled)
  })
})

describe('settings', () => {
  it.each([
    [{ WALL_URL: '10.1.2.3/wall' }, 'WALL_URL 须为 http:// 或 https:// 开头、到 /wall 为止的地址，现在是 10.1.2.3/wall。'],
    [{ WALL_URL: 'http://a/walls' }, 'WALL_URL 须为'],
    [{ WALL_URL: 'http://a/wall?theme=ink&name=x' }, 'WALL_URL 里不要写 name，名字写在 WALL_NAME。'],
    [{ WALL_NAME: '' }, '缺少 WALL_NAME：给这块屏起一个名字。'],
    [{ WALL_NAME: 'a"b' }, 'WALL_NAME 里不能有英文引号'],
    [{ WALL_DEVICE_TOKEN: 'http://a/wall#device=x' }, 'WALL_DEVICE_TOKEN 须照抄 #device= 后面的令牌。'],
    [{ WALL_SILENT_SECONDS: '3m' }, 'WALL_SILENT_SECONDS 须为整数（秒），现在是 3m。']
  ])('%o are refused in a sentence', (lines, sentence) => {
    expect(refusal(lines)).toContain(sentence)
  })

  it('that are right are taken', () => {
    expect(refusal({ WALL_SILENT_SECONDS: '0' })).toBe('')
  })
})

/** Something that looks like the wall's browser and has run for ten minutes. */
async function hungBrowser(): Promise<ChildProcess> {
  const script = "process.on('SIGTERM', () => undefined); setInterval(() => undefined, 1000); console.log('deaf')"
  const child = spawn(process.execPath, ['-e', script, '--', `--user-data-dir=${state}/profile`], { detached: true, stdio: ['ignore', 'pipe', 'ignore'] })
  started.push(child)
  await new Promise((resolve) => child.stdout.once('data', resolve))
  const file = join(state, 'browser.pid')
  writeFileSync(file, `${child.pid}\n`)
  const past = new Date(Date.now() - 600_000)
  utimesSync(file, past, past)
  return child
}

const line = (name: string, secondsAgo: number): object => ({
  id: 'a1b2c3d4',
  name,
  error: { at: '2026-01-01T00:00:00Z', message: '{"id":"x","name":"","lastSeen":"2099-01-01T00:00:00Z"}' },
  userAgent: `"lastSeen":"2099-01-01T00:00:00Z"`,
  lastSeen: new Date(Date.now() - secondsAgo * 1_000).toISOString(),
  reloadAskedAt: null
})

async function listServer(walls: readonly object[], token?: string): Promise<string> {
  const server: Server = createServer(({ headers }, response) => {
    response.statusCode = token === undefined || headers.authorization === `Bearer ${token}` ? 200 : 401
    response.end(JSON.stringify({ now: new Date().toISOString(), operator: false, walls }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/wall`
}

/** Runs the watch as often as it takes to look three times; tells what it said. */
async function watch(address: string, looks: number, more: Readonly<Record<string, string>> = {}, env = process.env): Promise<string> {
  const file = settings({ WALL_URL: address, ...more })
  let said = ''
  for (let look = 0; look < looks; look += 1) {
    const child = spawn('sh', [join(FOLDER, 'watch-wall.sh'), file], { env })
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    await new Promise((resolve) => child.on('close', resolve))
  }
  return said
}

describe('the watch', () => {
  it('ends a browser whose wall the server has not heard for three minutes, also one that does not listen', async () => {
    const browser = await hungBrowser()
    const ended = new Promise((resolve) => browser.on('exit', (_code, signal) => resolve(signal)))
    const said = await watch(await listServer([line('别的屏', 1), line(NAME, 200)]), 3)
    expect(said).toBe(`大屏：服务器通，但 ${NAME} 已有 180 秒没有心跳，重开浏览器。\n`)
    expect(await ended).toBe('SIGKILL')
  }, 30_000)

  it.each([
    ['whose wall is heard', [line(NAME, 100)], 4],
    ['while the server has only just come back', [line(NAME, 900)], 2]
  ] as const)('leaves a browser alone %s', async (_when, walls, looks) => {
    const browser = await hungBrowser()
    expect(await watch(await listServer(walls), looks)).toBe('')
    expect(browser.signalCode).toBeNull()
  })

  it.each(['curl', 'wget'])(
    'shows its token by %s to a server that asks for one',
    async (tool) => {
      const bin = join(state, 'bin')
      mkdirSync(bin)
      for (const name of [tool, 'sh', 'cat', 'stat', 'date', 'sed', 'grep', 'sort', 'tail', 'tr', 'rm', 'dirname', 'sleep'])
        symlinkSync(execFileSync('which', [name], { encoding: 'utf8' }).trim(), join(bin, name))
      const address = await listServer([line(NAME, 200)], 'a.b-c_.d')
      await hungBrowser()
      const run = (token: string): Promise<string> => watch(address, 3, { WALL_DEVICE_TOKEN: token }, { ...process.env, PATH: bin })
      expect([await run(''), await run('x.y.z')]).toEqual(['', ''])
      expect(await run('a.b-c_.d')).toContain('重开浏览器')
    },
    30_000
  )

  it('leaves it alone while the server does not answer', async () => {
    await hungBrowser()
    expect(await watch('http://127.0.0.1:9/wall', 4)).toBe('')
  })
})

describe('the start', () => {
  it('opens the wall under its name without marks of a crash, again when the browser ends, and leaves when it is told to', async () => {
    const preferences = join(state, 'profile/Default/Preferences')
    mkdirSync(join(state, 'profile/Default'))
    writeFileSync(preferences, '{"profile":{"exit_type":"Crashed"}}')
    const browser = join(state, 'browser')
    writeFileSync(browser, `#!/bin/sh\nprintf '%s\\n' "$@" >>'${state}/args'\ncat '${preferences}' >>'${state}/args'\n`, { mode: 0o755 })
    const display = join(state, 'display')
    const socket = createSocket().listen(display)
    closers.push(() => socket.close())
    const { DISPLAY: _none, ...env } = process.env
    const file = settings({ WALL_URL: 'http://127.0.0.1:9/wall?theme=ink', WALL_BROWSER: browser })
    const child = spawn('sh', [join(FOLDER, 'start-wall.sh'), file], { env: { ...env, WAYLAND_DISPLAY: display }, stdio: 'ignore' })
    started.push(child)
    const addresses = (): string[] => unique(readFileSync(join(state, 'args'), { encoding: 'utf8', flag: 'a+' }), /--app=(\S+)/g)
    const starts = (): number => readFileSync(join(state, 'args'), { encoding: 'utf8', flag: 'a+' }).split('--kiosk').length - 1
    await expect.poll(starts, { timeout: 15_000 }).toBeGreaterThanOrEqual(2)
    expect(addresses()).toHaveLength(1)
    expect(new URL(addresses()[0] ?? '').searchParams.get('name')).toBe(NAME)
    expect(readFileSync(join(state, 'args'), 'utf8')).toContain('"exit_type":"Normal"')
    const left = new Promise((resolve) => child.on('exit', resolve))
    child.kill('SIGTERM')
    expect(await left).toBe(0)
  }, 30_000)
})
