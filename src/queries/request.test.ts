import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { QueryClient } from '@tanstack/react-query'
import { announceRelease } from '#queries/announced.ts'
import { confirmedAt, isUnconfirmed, isUnsure, recall } from '#queries/confirmed.ts'
import { createQueryClient } from '#queries/query-client.ts'
import { addressOf, request, RequestError } from '#queries/request.ts'
import { sceneQuery } from '#queries/scene-query.ts'
import { WAIT } from '#tokens/durations.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { answerOf, must } from '#tests/support/panel-data.ts'

const fetched = vi.fn<typeof fetch>()
beforeEach(() => {
  fetched.mockReset()
  vi.stubGlobal('fetch', fetched)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const answers = (body: unknown, init?: ResponseInit): void => {
  fetched.mockImplementation(() => Promise.resolve(new Response(typeof body === 'string' ? body : JSON.stringify(body), init)))
}
/** A server that says nothing until it is given up. */
const hangs = (): void => {
  fetched.mockImplementation(
    (_, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')))
      })
  )
}
const errorOf = async (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => null,
    (error: unknown) => error
  )
const version = { api: 'v1', version: '1', pack: 'quzhou', release: 1, demo: true }

describe('addressOf', () => {
  it.each([
    ['pack', {}, '/api/v1/pack'],
    ['pack', { release: undefined }, '/api/v1/pack'],
    ['pack', { release: 3 }, '/api/v1/pack?release=3'],
    ['scene', { id: 'zonglan' }, '/api/v1/scenes/zonglan'],
    ['scene', { id: 'zonglan', region: '330881', release: 2 }, '/api/v1/scenes/zonglan?region=330881&release=2'],
    ['scene', { id: 'a/b?c#d' }, '/api/v1/scenes/a%2Fb%3Fc%23d'],
    ['scene', { id: '$&:id' }, '/api/v1/scenes/%24%26%3Aid'],
    ['boundaries', { code: '330800', context: '1' }, '/api/v1/boundaries/330800?context=1'],
    ['observations', { from: '2022-01', indicator: 'a&b' }, '/api/v1/observations?from=2022-01&indicator=a%26b']
  ] as const)('%s %j', (id, input, address) => {
    expect(addressOf(id, input)).toBe(address)
  })
})

describe('request', () => {
  it('asks once and gives what the contract declares', async () => {
    answers(version)
    expect(await request('version', {})).toEqual(version)
    expect(fetched.mock.calls.map(([address]) => address)).toEqual(['/api/v1/version'])
  })

  it.each([500, 503, 429, 404, 401])('fails with the status %d', async (status) => {
    answers('<html>', { status })
    const error = await errorOf(request('version', {}))
    expect(error).toBeInstanceOf(RequestError)
    expect(error).toMatchObject({ status })
  })

  it.each<[string, unknown]>([
    ['HTML with 200', '<!doctype html><title>登录</title>'],
    ['an empty body', ''],
    ['a body cut at half', JSON.stringify(version).slice(0, 30)]
  ])('fails on %s', async (_name, body) => {
    answers(body)
    expect(await errorOf(request('version', {}))).toBeInstanceOf(SyntaxError)
  })

  it.each<[string, unknown]>([
    ['another shape', { hello: 'world' }],
    ['an array', []],
    ['null', null],
    ['a release as text', { ...version, release: '1' }],
    ['another version of the API', { ...version, api: 'v2' }]
  ])('fails on %s', async (_name, body) => {
    answers(body)
    const error = await errorOf(request('version', {}))
    expect(error).toMatchObject({ issues: expect.any(Array) })
    expect(error).not.toBeInstanceOf(RequestError)
  })

  it('fails without a network', async () => {
    fetched.mockRejectedValue(new TypeError('fetch failed'))
    expect(await errorOf(request('version', {}))).toBeInstanceOf(TypeError)
  })

  it('is not put off by fields it does not know', async () => {
    const answer = answerOf(normal())
    const newer = (items: readonly object[]): object[] => items.map((item) => ({ ...item, colour: 'red' }))
    const scene = { ...answer.scene, mood: 'calm', panels: newer(answer.scene.panels) }
    answers({
      ...answer,
      scene,
      brandNew: [1],
      observations: newer(answer.observations),
      indicators: newer(answer.indicators),
      regions: newer(answer.regions),
      sources: newer(answer.sources)
    })
    const got = await request('scene', { id: 'zonglan' })
    expect(got).toEqual(answer)
  })

  it('gives up after its time, and not before', async () => {
    vi.useFakeTimers()
    answers(version)
    await request('version', {})
    hangs()
    let settled: unknown = 'waiting'
    void errorOf(request('version', {})).then((error) => {
      settled = error
    })
    await vi.advanceTimersByTimeAsync(WAIT.request - 1)
    expect(settled).toBe('waiting')
    await vi.advanceTimersByTimeAsync(1)
    expect(settled).toMatchObject({ name: 'AbortError' })
  })

  it('is less patient after a failure, and takes nothing from the cache, however good its tag, until it has a sound answer', async () => {
    vi.useFakeTimers()
    const modes = (): (string | undefined)[] => fetched.mock.calls.map(([, init]) => init?.cache)
    answers(version)
    await request('version', {})
    answers('{"api":')
    await errorOf(request('version', {}))
    hangs()
    const hung = errorOf(request('version', {}))
    await vi.advanceTimersByTimeAsync((WAIT.request * 2) / 3)
    expect(await hung).toMatchObject({ name: 'AbortError' })
    answers(version)
    await request('version', {})
    await request('version', {})
    expect(modes().slice(1)).toEqual(['no-cache', 'reload', 'reload', 'no-cache'])
  })

  it('gives up on a body that never ends', async () => {
    vi.useFakeTimers()
    fetched.mockImplementation((_, init) =>
      Promise.resolve(
        new Response(
          new ReadableStream({
            start: (controller) => {
              init?.signal?.addEventListener('abort', () => controller.error(new DOMException('aborted', 'AbortError')))
            }
          })
        )
      )
    )
    const error = errorOf(request('version', {}))
    await vi.advanceTimersByTimeAsync(WAIT.request)
    expect(await error).toMatchObject({ name: 'AbortError' })
  })

  it('stops when the caller does, even when it already had', async () => {
    hangs()
    const controller = new AbortController()
    const error = errorOf(request('version', {}, controller.signal))
    controller.abort()
    expect(await error).toMatchObject({ name: 'AbortError' })
    fetched.mockImplementation((_, init) =>
      init?.signal?.aborted === true ? Promise.reject(new DOMException('aborted', 'AbortError')) : Promise.resolve(Response.json(version))
    )
    expect(await errorOf(request('version', {}, controller.signal))).toMatchObject({ name: 'AbortError' })
  })

  it('leaves no timer behind', async () => {
    vi.useFakeTimers()
    answers(version)
    await request('version', {})
    answers('x', { status: 500 })
    await errorOf(request('version', {}))
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('sceneQuery', () => {
  const key = ['scene', 'zonglan', null, null]
  const release = (number: number, publishedAt = '2022-10-25T00:00:00Z') => ({ ...answerOf(normal()), release: number, publishedAt })
  const ask = (client: QueryClient, id = 'zonglan'): Promise<unknown> => client.fetchQuery({ ...sceneQuery({ id }), staleTime: 0 })
  const shown = (client: QueryClient): unknown => client.getQueryData<{ release: number }>(key)?.release

  it('refuses a release older than the one it has or was told of, and keeps what it has', async () => {
    const client = createQueryClient()
    answers(release(2))
    await ask(client)
    answers(release(1))
    expect(await errorOf(ask(client))).toMatchObject({ outdated: true })
    expect(shown(client)).toBe(2)
    announceRelease(client, 4)
    answers(release(3))
    expect(await errorOf(ask(client))).toMatchObject({ outdated: true })
    answers(release(4))
    await ask(client)
    expect(shown(client)).toBe(4)
  })

  it('takes an older release that the stream has named since the newer one was confirmed: the server was set back', async () => {
    vi.useFakeTimers()
    const client = createQueryClient()
    answers(release(999_999))
    await ask(client)
    answers(release(5))
    expect(await errorOf(ask(client))).toMatchObject({ outdated: true })
    vi.advanceTimersByTime(10)
    announceRelease(client, 6)
    answers(release(5))
    expect(await errorOf(ask(client))).toMatchObject({ outdated: true })
    answers(release(6))
    await ask(client)
    expect(shown(client)).toBe(6)
  })

  it('takes an answer that was asked for before the stream named a newer release', async () => {
    vi.useFakeTimers()
    const client = createQueryClient()
    let arrive: (response: Response) => void = () => undefined
    fetched.mockReturnValueOnce(new Promise((resolve) => (arrive = resolve)))
    const answered = ask(client)
    vi.advanceTimersByTime(10)
    announceRelease(client, 3)
    arrive(Response.json(release(2)))
    await answered
    expect(shown(client)).toBe(2)
    vi.advanceTimersByTime(10)
    answers(release(2))
    expect(await errorOf(ask(client))).toMatchObject({ outdated: true })
  })

  it('leaves what stood before a failure in doubt, of whatever scene, while its own question is open', async () => {
    const client = createQueryClient()
    answers(release(1))
    await ask(client)
    const stood = must(client.getQueryData<object>(key))
    expect(isUnsure(stood, true)).toBe(false)
    await delay(5)
    fetched.mockRejectedValueOnce(new TypeError('fetch failed'))
    await errorOf(ask(client, 'minzu'))
    expect([isUnsure(stood, true), isUnsure(stood, false)]).toEqual([true, false])
    await delay(5)
    answers(release(1))
    await ask(client)
    expect(isUnsure(stood, true)).toBe(false)
  })

  it('refuses the answer of another scene', async () => {
    answers(release(1))
    expect(await errorOf(ask(createQueryClient(), 'minzu'))).toBeInstanceOf(RequestError)
  })

  it('keeps the object of an answer that says the same, and notes that it was confirmed', async () => {
    vi.useFakeTimers({ now: Date.parse('2022-10-26T01:00:00Z') })
    const client = createQueryClient()
    answers(release(1))
    await ask(client)
    const first = must(client.getQueryData<object>(key))
    recall(first, 0)
    vi.advanceTimersByTime(60_000)
    await ask(client)
    expect(client.getQueryData(key)).toBe(first)
    expect([confirmedAt(first), isUnconfirmed(first)]).toEqual([Date.parse('2022-10-26T01:01:00Z'), false])
    vi.advanceTimersByTime(WAIT.poll + 2 * WAIT.request)
    expect(isUnsure(first, false)).toBe(false)
    vi.advanceTimersByTime(1)
    expect(isUnsure(first, false)).toBe(true)
    answers(release(2))
    await ask(client)
    expect(client.getQueryData(key)).not.toBe(first)
  })

  it('refuses a number far beyond what the stream names', async () => {
    const client = createQueryClient()
    announceRelease(client, 5)
    answers(release(1_006))
    expect(await errorOf(ask(client))).toBeInstanceOf(RequestError)
    answers(release(1_005))
    await ask(client)
    expect(shown(client)).toBe(1_005)
  })

  it('has a key for each scene, region and release', () => {
    const keys = [{ id: 'a' }, { id: 'b' }, { id: 'a', region: '330881' }, { id: 'a', release: 1 }, { id: 'a', release: 2 }].map((params) =>
      JSON.stringify(sceneQuery(params).queryKey)
    )
    expect(new Set(keys).size).toBe(5)
    expect(JSON.stringify(sceneQuery({ id: 'a', region: undefined }).queryKey)).toBe(keys[0])
  })
})
