import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, utimesSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { projectRoot } from '#server/project-root.ts'
import { temporaryFolder } from '#server/testing/temporary-folder.ts'
import { pathOf } from '#tests/support/debian-program.ts'
import { MARK, writeInto } from './folder.ts'

const ANSWER = 'api/v1/pack.json'
const [EARLIER, NOW] = [new Date('2026-01-01T00:00:00Z'), new Date('2026-02-01T00:00:00Z')]

async function exported(): Promise<string> {
  const folder = temporaryFolder()
  copyFileSync(join(projectRoot, 'scripts/static/serve.py'), join(folder, 'serve.py'))
  await writeInto(folder, MARK, '{"release":1}')
  return folder
}

async function answerOf(folder: string, body: string, at: Date): Promise<void> {
  await writeInto(folder, ANSWER, body)
  utimesSync(join(folder, ANSWER), at, at)
}

const FROM_CONSOLE = ['serve.py', '0']

/** Serves the folder until the test is over, on a port that the system chooses. Returns what it says first. */
async function greeted(folder: string, words: readonly string[] = FROM_CONSOLE, env: Readonly<Record<string, string>> = {}): Promise<string> {
  const child = spawn(pathOf('python'), ['-B', ...words], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...env } })
  onTestFinished(() => void child.kill())
  const [line] = await once(child.stdout, 'data', { signal: AbortSignal.timeout(10_000) })
  return String(line)
}

const portIn = (line: string): number => Number(/127\.0\.0\.1:(\d+)/.exec(line)?.[1])

/** A script that meddles with Python and its library first, then serves. Returns the port. */
const servedAfter = async (folder: string, script: string): Promise<number> =>
  portIn(await greeted(folder, ['-c', `${script}\nimport serve; serve.serve(0, '127.0.0.1')`]))

it('says "not modified" of the very file that was seen, and gives an older one that was put back', async () => {
  const folder = await exported()
  await answerOf(folder, '{"figure":2}', NOW)
  const url = `http://127.0.0.1:${portIn(await greeted(folder))}/${ANSWER}`
  const seen = (await fetch(url)).headers.get('last-modified') ?? ''
  const again = async (): Promise<unknown[]> => {
    const response = await fetch(url, { headers: { 'if-modified-since': seen } })
    return [response.status, await response.text()]
  }
  expect(seen).toBe(NOW.toUTCString())
  expect(await again()).toEqual([304, ''])
  await answerOf(folder, '{"figure":1}', EARLIER)
  expect(await again()).toEqual([200, '{"figure":1}'])
})

it('answers while the folder is being copied and its mark is not there yet: of no release in particular', async () => {
  const folder = temporaryFolder()
  copyFileSync(join(projectRoot, 'scripts/static/serve.py'), join(folder, 'serve.py'))
  await answerOf(folder, '{"figure":1}', NOW)
  const url = `http://127.0.0.1:${portIn(await greeted(folder))}/api/v1/pack`
  const asked = await Promise.all(['', '?release=1', '?theme=ink', '?region=330881'].map(async (query) => (await fetch(url + query)).status))
  expect(asked).toEqual([200, 404, 404, 404])
})

it('hangs up on who says nothing for a minute', async () => {
  // Three hundred times as fast.
  const port = await servedAfter(await exported(), 'import serve; serve.Handler.timeout /= 300')
  const begun = performance.now()
  const caller = connect(port, '127.0.0.1').resume()
  await once(caller, 'end', { signal: AbortSignal.timeout(10_000) })
  expect(performance.now() - begun).toBeGreaterThan(150)
})

it('lets those sites embed that it is told of, and their pages nothing else', async () => {
  const folder = await exported()
  for (const page of ['index.html', 'embed/panel/a/b/index.html']) await writeInto(folder, page, 'page')
  const port = portIn(await greeted(folder, [...FROM_CONSOLE, '127.0.0.1', 'https://oa.qz.gov.cn', 'http://10.1.2.3:81']))
  const framed = async (path: string) =>
    /frame-ancestors (.*)$/.exec((await fetch(`http://127.0.0.1:${port}${path}`)).headers.get('content-security-policy') ?? '')?.[1]
  expect(await framed('/embed/panel/a/b')).toBe("'self' https://oa.qz.gov.cn http://10.1.2.3:81")
  expect(await framed('/')).toBe("'self'")
})

/** As file names are on Windows and on a stick: in any case, with dots and blanks behind them. */
const LIKE_WINDOWS = `
import builtins, http.server, os
listed = os.listdir
def folded(path):
    found = os.sep
    for word in [word for word in path.split(os.sep) if word]:
        same = [name for name in listed(found) if name.lower() == word.lower().rstrip('. ')]
        found = os.path.join(found, same[0] if same else word)
    return found
def either(call):
    def asked(path, *more, **other):
        try: path = folded(path)
        except (OSError, ValueError, AttributeError): pass
        return call(path, *more, **other)
    return asked
os.listdir, os.path.isfile, os.path.isdir, os.path.getmtime, builtins.open = [either(call) for call in (listed, os.path.isfile, os.path.isdir, os.path.getmtime, open)]
`

describe('on Windows', () => {
  it('hands out scripts as scripts, whatever the registry calls them', async () => {
    const folder = await exported()
    await writeInto(folder, 'assets/app.js', 'export {}')
    const port = await servedAfter(folder, "import mimetypes; mimetypes.init(); mimetypes.guess_type = lambda *_: ('text/plain', None)")
    expect((await fetch(`http://127.0.0.1:${port}/assets/app.js`)).headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  })

  it.each(['ascii', 'cp1252', 'cp936', 'utf-8'])('says its address on a console with %s', async (encoding) => {
    expect(await greeted(await exported(), FROM_CONSOLE, { PYTHONIOENCODING: encoding })).toMatch(/http:\/\/127\.0\.0\.1:\d+\/ .*\/wall .*Ctrl\+C/)
  })

  it('starts without a console', async () => {
    const script = 'import os, sys, serve; serve.say("x"); out, sys.stdout = sys.stdout, None; serve.say("x"); out.write("still here")'
    expect(spawnSync(pathOf('python'), ['-B', '-c', script], { cwd: await exported(), encoding: 'utf8' }).stdout).toBe('x\nstill here')
  })

  it('shares no port with another one that was started before', async () => {
    const script = 'import http.server, os; os.name = "nt"; import serve; print(bool(serve.Server.allow_reuse_address))'
    expect(spawnSync(pathOf('python'), ['-B', '-c', script], { cwd: await exported(), encoding: 'utf8' }).stdout.trim()).toBe('False')
  })

  it('gives no file by another spelling, which the rules for queries would not know', async () => {
    const folder = await exported()
    await answerOf(folder, '{"figure":1}', NOW)
    await writeInto(folder, 'wall/index.html', 'wall')
    const port = await servedAfter(folder, LIKE_WINDOWS)
    const statuses = (paths: readonly string[]) => Promise.all(paths.map(async (path) => (await fetch(`http://127.0.0.1:${port}${path}`)).status))
    expect(await statuses([`/${ANSWER}`, '/api/v1/pack', '/api/v1/pack?release=1', '/wall', '/wall/'])).toEqual([200, 200, 200, 200, 200])
    const spelled = ['/API/v1/pack.json', '/api%20/v1/pack.json', '/api./v1/pack.json', '/api/v1/Pack', '/api/v1/pack.json.', '/WALL']
    expect(await statuses([...spelled, ...spelled.map((path) => `${path}?release=2`), '/api', '/%00'])).toEqual(Array(14).fill(404))
  })
})

describe('says in words', () => {
  const run = async (words: readonly string[]): Promise<string> =>
    spawnSync(pathOf('python'), ['-B', ...words], { cwd: await exported(), encoding: 'utf8' }).stderr
  const OLD =
    "import sys, http.server; sys.version_info = (3, 6, 15); del http.server.ThreadingHTTPServer; sys.argv = ['serve.py']; exec(open('serve.py', encoding='utf-8').read())"

  it('that Python is too old, before it misses anything', async () => expect(await run(['-c', OLD])).toBe('要 Python 3.7 以上，这个是 3.6\n'))
  it('that there is no such port', async () => expect(await run(['serve.py', '99999'])).toMatch(/^不能用 127\.0\.0\.1 的 99999 端口（.*换一个端口/))
  it('how it is used, where a site is none', async () => {
    for (const site of ['oa.qz.gov.cn', "https://a; script-src 'none'", 'https://a/b'])
      expect(await run(['serve.py', '0', '127.0.0.1', site])).toContain('[可以嵌入它的网站 ...]')
  })
  it('that there is no such address', async () => expect(await run(['serve.py', '0', '192.0.2.1'])).toMatch(/^不能用 192\.0\.2\.1 的 0 端口（/))
})
