import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { wallsPath } from '#contract/walls.ts'
import { startTinyServer } from '#server/testing/start-tiny-server.ts'
import { temporaryFolder } from '#server/testing/temporary-folder.ts'
import { wallReport } from '#tests/support/wall-report.ts'

const page = (build: string): string => `<!doctype html><title>大屏</title><meta name="build" content="${build}" />`
/** A wall's page has the guard besides. */
const wallPage = (build: string): string => `${page(build)}<script src="/guard.js" async></script>`
const pages = (build: string) => ({ 'index.html': page(build), 'wall.html': wallPage(build) })

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
}

/** A server over built pages; `previous-2` is not there yet. */
async function start() {
  const folder = temporaryFolder()
  const at = (name: string): string => join(folder, name)
  write(at('client'), { ...pages('aaaaaaaaaaaa'), 'assets/main-1.js': 'one', 'sw.js': 'worker', 'guard.js': 'guard', 'deep/secret.txt': 'x' })
  write(at('previous'), { 'assets/main-0.js': 'zero' })
  const { app } = await startTinyServer({ pages: { clientDir: at('client'), earlierDirs: [at('previous'), at('previous-2')], fontsDir: at('fonts') } })
  onTestFinished(() => app.close())
  const get = (url: string, accept = 'text/html') => app.inject({ url, headers: { accept } })
  return { app, at, get }
}

describe('pages', () => {
  it.each(['/', '/wall', '/walls', '/wall?play=zonglan:20&name=指挥中心', '/wall/'])('%s is a document that is asked for each time', async (url) => {
    const { get } = await start()
    const response = await get(encodeURI(url))
    expect([response.statusCode, response.headers['content-type'], response.headers['cache-control']]).toEqual([200, 'text/html; charset=utf-8', 'no-cache'])
    expect(response.payload).toBe(/^\/wall(?!s)/.test(url) ? wallPage('aaaaaaaaaaaa') : page('aaaaaaaaaaaa'))
    expect(response.headers['content-security-policy']).toContain("worker-src 'self'")
  })

  it.each(['/sw.js', '/guard.js'])('%s is a script that is asked for each time', async (url) => {
    const { get } = await start()
    const response = await get(url, '*/*')
    expect([response.statusCode, response.headers['content-type'], response.headers['cache-control']]).toEqual([
      200,
      'application/javascript; charset=utf-8',
      'no-cache'
    ])
  })

  it.each(['/nothing.js', '/deep/secret.txt', '/assets/gone-9.js', '/..%2fprevious/assets/main-0.js', '/wall/x.js'])('%s is not there', async (url) => {
    const { get } = await start()
    const response = await get(url)
    expect(response.statusCode).toBeGreaterThanOrEqual(403)
    expect(response.headers['content-type']).not.toContain('html')
  })
})

describe('a build that is swapped under the server', () => {
  it('is handed out at once, the two before it keep their chunks, older ones are gone', async () => {
    const { app, at, get } = await start()
    const told = async () =>
      (await app.inject({ method: 'POST', url: wallsPath, headers: { 'content-type': 'application/json' }, payload: JSON.stringify(wallReport()) })).json()
        .build
    const chunks = () => Promise.all([0, 1, 2].map(async (number) => (await get(`/assets/main-${number}.js`, '*/*')).statusCode))
    expect([await told(), await chunks()]).toEqual(['aaaaaaaaaaaa', [200, 200, 404]])
    renameSync(at('previous'), at('previous-2'))
    renameSync(at('client'), at('previous'))
    write(at('client'), { ...pages('bbbbbbbbbbbb'), 'assets/main-2.js': 'two', 'late.js': 'late' })
    expect([await told(), await chunks()]).toEqual(['bbbbbbbbbbbb', [200, 200, 200]])
    expect((await get('/wall')).payload).toBe(wallPage('bbbbbbbbbbbb'))
    expect((await get('/late.js')).payload).toBe('late')
    rmSync(at('previous-2'), { recursive: true })
    expect(await chunks()).toEqual([404, 200, 200])
  })

  it('is told by heartbeats', async () => {
    const { app, at } = await start()
    const url = `${await app.listen({ host: '127.0.0.1', port: 0 })}/api/v1/events`
    const heard = async (): Promise<string> => {
      const reader = (await fetch(url)).body?.getReader()
      const { value } = (await reader?.read()) ?? {}
      await reader?.cancel()
      return Buffer.from(value ?? []).toString()
    }
    expect(await heard()).toContain('"build":"aaaaaaaaaaaa"')
    write(at('client'), { 'index.html': `${page('bbbbbbbbbbbb')} ` })
    expect(await heard()).toContain('"build":"bbbbbbbbbbbb"')
  })
})
