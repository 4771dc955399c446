import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { JobAnswer } from '#contract/jobs.ts'
import { readPack } from '#server/pack/read-pack.ts'
import { validateDeck } from '#server/render/office/pptx/validate.ts'
import { startGuardedServer } from '#server/testing/guarded-server.ts'
import { startTinyServer, type TinyServer } from '#server/testing/start-tiny-server.ts'
import { PICTURE_FONTS, pictureFaces } from '#tests/support/picture-fonts.ts'

const ALL = 'zonglan,minzu,huigui,shitang,zhibo,qinqing'
const ASYNC = { prefer: 'respond-async' }
/** Each address once in this file: what has been made is there at once. */
let count = 0
const another = (): string =>
  `/api/v1/decks.pptx?scenes=${ALL}&theme=${['ink', 'hong'][count % 2]}&region=33080${2 + (count++ % 2)}&period=2022-0${1 + (count % 9)}`

let [server, base]: [TinyServer | undefined, string] = [undefined, '']
const tiny = async (queue?: number): Promise<TinyServer> =>
  startTinyServer({ pack: await readPack('packs/quzhou'), pictures: { fontsDir: PICTURE_FONTS, ...(queue === undefined ? {} : { queue }) } })

beforeAll(async () => {
  pictureFaces()
  server = await tiny()
  base = await server.app.listen({ host: '127.0.0.1', port: 0 })
  // The process starts with its first file.
  await fetch(`${base}/api/v1/scenes/shitang.xlsx`)
})
afterAll(() => server?.app.close())

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> => fetch(`${base}${path}`, { headers })
const look = async (job: string): Promise<JobAnswer> => JobAnswer.parse(await (await get(job)).json())
const cancel = (job: string): Promise<Response> => fetch(`${base}${job}`, { method: 'DELETE' })

async function begin(path: string): Promise<string> {
  const answer = await get(path, ASYNC)
  expect([answer.status, answer.headers.get('preference-applied'), answer.headers.get('cache-control')]).toEqual([202, 'respond-async', 'no-store'])
  const job = answer.headers.get('location') ?? ''
  expect(job).toMatch(/^\/api\/v1\/jobs\/[\w-]{24}$/)
  return job
}

async function until(job: string, state: JobAnswer['state'], seen: JobAnswer[] = []): Promise<JobAnswer[]> {
  const answer = await look(job)
  if (answer.state === state || seen.length > 2_000) return [...seen, answer]
  await delay(10)
  return until(job, state, [...seen, answer])
}

/** The states, each once in a row. */
const course = (seen: readonly JobAnswer[]): string[] => seen.map(({ state }) => state).filter((state, index, all) => state !== all[index - 1])

describe('a file that is asked for with respond-async', () => {
  it('is told of slide by slide, and had at its own address, with a release that stays', async () => {
    const path = another()
    const seen = await until(await begin(path), 'ready')
    const making = seen.flatMap((answer) => (answer.state === 'making' && answer.of > 0 ? [answer] : []))
    expect(course(seen).filter((state) => state !== 'waiting')).toEqual(['making', 'ready'])
    expect(new Set(making.map(({ done }) => done)).size).toBeGreaterThan(3)
    expect(making.map(({ done }) => done)).toEqual(making.map(({ done }) => done).toSorted((a, b) => a - b))
    expect(new Set(making.map(({ of }) => of)).size).toBe(1)
    expect(seen.at(-1)).toEqual({ state: 'ready', file: `${path}&release=1` })
    const file = await get(`${path}&release=1`)
    expect([file.status, file.headers.get('vary')]).toEqual([200, 'Accept-Encoding, Prefer'])
    expect(validateDeck(Buffer.from(await file.arrayBuffer()))).toEqual([])
    // It is not made again: what is there comes at once, whatever is preferred.
    expect((await get(path, ASYNC)).status).toBe(200)
  })

  it('of sheets too', async () => {
    const seen = await until(await begin(`/api/v1/decks.xlsx?scenes=${ALL}&region=330881`), 'ready')
    expect(seen.at(-1)?.state).toBe('ready')
  })

  it('is nobody else’s, and nothing where it is asked for by another method or word', async () => {
    expect((await get('/api/v1/jobs/aaaaaaaaaaaaaaaaaaaaaaaa')).status).toBe(404)
    expect((await fetch(`${base}/api/v1/jobs/x`, { method: 'POST' })).headers.get('allow')).toBe('GET, HEAD, DELETE')
    const head = await fetch(`${base}/api/v1/scenes/shitang.pptx`, { method: 'HEAD', headers: ASYNC })
    const other = await get('/api/v1/scenes/shitang.pptx?theme=ink', { prefer: 'respond-async-later, wait=5' })
    expect([head.status, other.status]).toEqual([200, 200])
  })

  it('says what is wrong at once', async () => {
    const answers = await Promise.all(['scenes/gone.pptx', 'scenes/shitang.pptx?theme=blue'].map((path) => get(`/api/v1/${path}`, ASYNC)))
    expect(answers.map(({ status }) => status)).toEqual([404, 400])
  })
})

const DRAWING = (answer: JobAnswer): boolean => answer.state === 'making' && answer.of > 0

async function untilDrawn(job: string): Promise<void> {
  await vi.waitUntil(async () => DRAWING(await look(job)), { timeout: 20_000, interval: 5 })
}

/** Closes the connection, as a browser does whose page is left. */
function leaving(path: string, headers: Record<string, string> = {}): { readonly leave: () => void } {
  const sent = request(`${base}${path}`, { headers }).on('error', () => undefined)
  sent.end()
  return { leave: () => void sent.destroy() }
}

/** The job of a small file that waits for what is being made: one that came before that was asked for is soon ready, and tells nothing. */
async function waitsBehind(tries = 40): Promise<string> {
  const job = await begin(`/api/v1/scenes/minzu.xlsx?region=33080${2 + (tries % 2)}&period=20${10 + tries}`)
  if ((await look(job)).state === 'waiting') return job
  expect(tries).toBeGreaterThan(0)
  await until(job, 'ready')
  return waitsBehind(tries - 1)
}

describe('what is given up', () => {
  it('says so, and the next begins', async () => {
    const [first, second] = [await begin(another()), await begin(another())]
    await untilDrawn(first)
    expect(await look(second)).toEqual({ state: 'waiting', ahead: 1 })
    expect((await cancel(first)).status).toBe(204)
    expect(await look(first)).toEqual({ state: 'cancelled' })
    await untilDrawn(second)
    await cancel(second)
  })

  it('is what the last client has left that waited for it, but not what another waits for', async () => {
    const [alone, shared] = [another(), another()]
    const gone = leaving(alone)
    const behind = await waitsBehind()
    gone.leave()
    expect((await until(behind, 'ready')).at(-1)?.state).toBe('ready')
    expect((await get(alone, ASYNC)).status).toBe(202)

    const [one, other] = [leaving(shared), get(shared)]
    await delay(50)
    one.leave()
    const file = await other
    expect([file.status, validateDeck(Buffer.from(await file.arrayBuffer()))]).toEqual([200, []])
  })
})

/** Processes that this one has begun to make files. */
const makers = (): string[] =>
  readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8')
    .split(' ')
    .filter((pid) => pid !== '' && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('render-child'))

describe('a process that dies', () => {
  it('fails what it was making, and the next file has another', async () => {
    const [own, others] = [await tiny(), makers()]
    const begun = await own.app.inject({ url: `/api/v1/decks.pptx?scenes=${ALL}`, headers: ASYNC })
    const job = String(begun.headers['location'])
    const [maker, ...more] = makers().filter((pid) => !others.includes(pid))
    expect(more).toEqual([])
    process.kill(Number(maker), 'SIGKILL')
    await vi.waitUntil(async () => (await own.app.inject(job)).json().state === 'failed', { timeout: 10_000, interval: 20 })
    const answer = (await own.app.inject(job)).json()
    expect(answer.problem).toMatchObject({ status: 500, title: '服务器内部错误' })
    expect(JSON.stringify(answer)).not.toContain('SIGKILL')
    expect(own.errors.map(String)).toEqual(['Error: the process that makes files ended with SIGKILL'])
    expect((await own.app.inject('/api/v1/scenes/shitang.xlsx')).statusCode).toBe(200)
    await own.app.close()
    expect(makers()).toEqual(others)
  })
})

describe('the limit', () => {
  it('is said with when to come again, and what is given up makes room', async () => {
    const busy = await tiny(1)
    const ask = (theme: string) => busy.app.inject({ url: `/api/v1/decks.pptx?scenes=${ALL}&theme=${theme}`, headers: ASYNC })
    const [first, second] = [await ask('ink'), await ask('hong')]
    expect([first.statusCode, second.statusCode, second.headers['retry-after'], second.json().detail]).toEqual([
      202,
      503,
      '5',
      '正在生成的图片和文件太多，请稍后再试'
    ])
    await busy.app.inject({ method: 'DELETE', url: String(first.headers['location']) })
    await vi.waitUntil(async () => (await ask('paper')).statusCode === 202, { timeout: 20_000, interval: 50 })
    await busy.app.close()
  })

  it('is one asker’s share too, in which pictures and files count together', async () => {
    const busy = await tiny()
    const ask = (headers: Record<string, string> = {}) => busy.app.inject({ url: another(), headers: { ...ASYNC, ...headers } })
    const there = ['/api/v1/scenes/shitang.xlsx', '/api/v1/panels/zonglan/kpi.csv']
    for (const url of there) await busy.app.inject(url)
    const answers = []
    for (let asked = 0; asked < 17; asked += 1) answers.push(await ask())
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([...Array.from({ length: 16 }, () => 202), 503])
    expect(answers.at(-1)?.json().detail).toBe('您所在的网络已有 16 个文件正在生成，请等它们完成后再试')
    expect((await busy.app.inject('/api/v1/panels/zonglan/kpi.svg')).statusCode).toBe(503)
    // What is there already costs nobody anything.
    expect(await Promise.all(there.map(async (url) => (await busy.app.inject(url)).statusCode))).toEqual([200, 200])
    expect((await ask({ authorization: 'Bearer made-up', 'x-forwarded-for': '10.9.9.9' })).statusCode).toBe(503)
    await busy.app.close()
  })
})

describe('behind a proxy of the operator’s own', () => {
  it('each address that it asks for has a share of its own', async () => {
    const busy = await startTinyServer({ pack: await readPack('packs/quzhou'), pictures: { fontsDir: PICTURE_FONTS }, trustedProxies: ['127.0.0.1'] })
    const ask = async (of: string): Promise<number> =>
      (await busy.app.inject({ url: another(), headers: { ...ASYNC, 'x-forwarded-for': `10.9.9.9, ${of}` } })).statusCode
    const answers = []
    for (let asked = 0; asked < 17; asked += 1) answers.push(await ask('10.0.0.1'))
    expect(answers).toEqual([...Array.from({ length: 16 }, () => 202), 503])
    expect(await ask('10.0.0.2')).toBe(202)
    await busy.app.close()
  })
})

describe('with access by token', () => {
  it('each device has a share of its own', async () => {
    const guarded = await startGuardedServer()
    const [own, other] = [await guarded.deviceToken(), await guarded.deviceToken()].map((token) => ({ authorization: `Bearer ${token}` }))
    const ask = (width: number, headers = own) => guarded.get(`/api/v1/panels/zonglan/trend.svg?width=${width}`, { ...headers })
    const answers = await Promise.all([...Array.from({ length: 17 }, (_, index) => ask(500 + index)), ask(600, other)])
    const refused = answers.filter(({ statusCode }) => statusCode === 503)
    expect(refused.map((answer) => answer.json().detail)).toEqual(['本设备已有 16 个文件正在生成，请等它们完成后再试'])
    expect([answers.filter(({ statusCode }) => statusCode === 200).length, answers.at(-1)?.statusCode]).toEqual([17, 200])
  })

  it('a job is told to the device that began it alone', async () => {
    const guarded = await startGuardedServer()
    const [own, other] = [await guarded.deviceToken(), await guarded.deviceToken()].map((token) => ({ authorization: `Bearer ${token}` }))
    const begun = await guarded.get('/api/v1/scenes/zonglan.pptx', { ...ASYNC, ...own })
    expect(begun.statusCode).toBe(202)
    const job = String(begun.headers['location'])
    const session = { authorization: `Bearer ${await guarded.session({ scene: 'zonglan' })}` }
    const all = await Promise.all([own, other, session, {}].map(async (headers) => (await guarded.get(job, { ...headers })).statusCode))
    expect(all).toEqual([200, 404, 403, 401])
    const ended = await Promise.all([other, session, {}].map((headers) => guarded.app.inject({ method: 'DELETE', url: job, headers: { ...headers } })))
    expect(ended.map(({ statusCode }) => statusCode)).toEqual([404, 403, 401])
    expect((await guarded.app.inject({ method: 'DELETE', url: job, headers: { ...own } })).statusCode).toBe(204)
  })
})
