import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { resetClock, serverNow } from '#format/clock.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { openAnswerStore, type AnswerStore, type StoredAnswer } from '#queries/answer-store.ts'
import { confirmedAt, isUnconfirmed } from '#queries/confirmed.ts'
import { keepLastGood, restoreLastGood } from '#queries/last-good.ts'
import { createQueryClient } from '#queries/query-client.ts'
import { sceneQuery } from '#queries/scene-query.ts'
import { answerOf, must } from '#tests/support/panel-data.ts'

const KEY = ['scene', 'zonglan', null, null]
const answer = answerOf(normal())
const fetched = vi.fn<typeof fetch>()
let store: AnswerStore
let end = (): void => undefined

const stored = async (): Promise<readonly StoredAnswer[]> => store.read()
const ask = (client = createQueryClient()) => client.fetchQuery({ ...sceneQuery({ id: 'zonglan' }), staleTime: 0 })
const written = (count: number) => expect.poll(async () => (await stored()).length).toBe(count)

beforeEach(async () => {
  vi.stubGlobal('fetch', fetched)
  fetched.mockImplementation(() => Promise.resolve(Response.json(answer)))
  store = openAnswerStore()
  await store.clear()
})
afterEach(() => {
  end()
  end = () => undefined
  vi.useRealTimers()
  vi.unstubAllGlobals()
  resetClock()
})

describe('the last good answers', () => {
  it('are stored as they come and put in place on the next visit, as old as they are', async () => {
    const client = createQueryClient()
    end = keepLastGood(client, store)
    await ask(client)
    await written(1)
    const then = must((await stored())[0]).confirmedAt
    const next = createQueryClient()
    expect(await restoreLastGood(next, openAnswerStore())).toBe(1)
    const data = must(next.getQueryData<object>(KEY))
    expect(data).toEqual(answer)
    expect([confirmedAt(data), isUnconfirmed(data)]).toEqual([then, true])
    expect(next.getQueryState(KEY)?.isInvalidated).toBe(true)
  })

  it('do not take the place of what has come meanwhile, and are confirmed when the server says the same', async () => {
    await store.write({ key: KEY, data: { ...answer, dataPeriod: '2020-01' }, confirmedAt: 5 })
    const client = createQueryClient()
    await ask(client)
    const fresh = client.getQueryData(KEY)
    await restoreLastGood(client, store)
    expect(client.getQueryData(KEY)).toBe(fresh)
    await store.write({ key: KEY, data: answer, confirmedAt: 5 })
    const other = createQueryClient()
    await restoreLastGood(other, store)
    const restored = must(other.getQueryData<object>(KEY))
    await ask(other)
    expect(other.getQueryData(KEY)).toBe(restored)
    expect(isUnconfirmed(restored)).toBe(false)
  })

  it('that another build, a bad disk or anybody else left there are passed over', async () => {
    const bad: unknown[] = [{}, null, 7, { ...answer, release: 'x' }, { ...answer, observations: [{}] }]
    for (const [index, data] of bad.entries()) await store.write({ key: ['scene', `bad${index}`, null, null], data, confirmedAt: 1 })
    await store.write({ key: ['secret'], data: answer, confirmedAt: 1 })
    await store.write({ key: KEY, data: answer, confirmedAt: 1 })
    const client = createQueryClient()
    expect(await restoreLastGood(client, store)).toBe(1)
    expect(client.getQueryCache().getAll().length).toBe(1)
  })

  it('are no younger than now, and a machine that starts in 1970 is set right by them', async () => {
    await store.write({ key: KEY, data: { ...answer, publishedAt: '2022-10-25T00:00:00.000Z' }, confirmedAt: Date.parse('2099-01-01') })
    vi.spyOn(Date, 'now').mockReturnValue(60_000)
    const client = createQueryClient()
    await restoreLastGood(client, store)
    expect(serverNow()).toBe(Date.parse('2022-10-25T00:00:00Z'))
    expect(confirmedAt(must(client.getQueryData<object>(KEY)))).toBe(Date.parse('2022-10-25T00:00:00Z'))
    vi.mocked(Date.now).mockRestore()
  })

  it('are written again only when they change', async () => {
    const client = createQueryClient()
    const write = vi.spyOn(store, 'write')
    end = keepLastGood(client, store)
    await ask(client)
    await ask(client)
    await ask(client)
    await written(1)
    expect(write).toHaveBeenCalledTimes(1)
    fetched.mockImplementation(() => Promise.resolve(Response.json({ ...answer, release: 2 })))
    await ask(client)
    await expect.poll(() => write.mock.calls.length).toBe(2)
  })
})

describe('a store that is denied', () => {
  it.each<[string, () => void]>([
    [
      'throws',
      () =>
        vi.spyOn(indexedDB, 'open').mockImplementation(() => {
          throw new DOMException('denied', 'SecurityError')
        })
    ],
    ['never answers', () => vi.spyOn(indexedDB, 'open').mockImplementation(() => new IDBOpenDBRequest())],
    ['is not there', () => vi.stubGlobal('indexedDB', undefined)]
  ])('because it %s is as if it were empty, and says so', async (_name, deny) => {
    deny()
    const denied = openAnswerStore()
    expect(await denied.read()).toEqual([])
    expect(await denied.write({ key: KEY, data: answer, confirmedAt: 1 })).toBe(false)
    expect(denied.works()).toBe(false)
    vi.restoreAllMocks()
    vi.unstubAllGlobals()
    expect(await denied.write({ key: KEY, data: answer, confirmedAt: 1 })).toBe(true)
    expect(denied.works()).toBe(true)
  })
})
