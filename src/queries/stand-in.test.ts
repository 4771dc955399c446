import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { resetClock } from '#format/clock.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { openAnswerStore } from '#queries/answer-store.ts'
import { confirmedAt, isUnconfirmed } from '#queries/confirmed.ts'
import { createQueryClient } from '#queries/query-client.ts'
import { sceneQuery } from '#queries/scene-query.ts'
import { standInFrom } from '#queries/stand-in.ts'
import { answerOf, must } from '#tests/support/panel-data.ts'

const KEY = ['scene', 'zonglan', null, null]
const answer = answerOf(normal())
const fetched = vi.fn<typeof fetch>()
const store = openAnswerStore('desk')
const then = Date.parse('2022-10-26T01:28:00Z')

const clientWithStore = () => {
  const client = createQueryClient()
  standInFrom(client, store)
  return client
}

beforeEach(async () => {
  vi.stubGlobal('fetch', fetched)
  await store.clear()
  await store.write({ key: KEY, data: answer, confirmedAt: then })
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
  resetClock()
})

describe('a stored answer', () => {
  it('steps in for one that does not come, as old as it is, and the question still fails', async () => {
    fetched.mockRejectedValue(new TypeError('no network'))
    const client = clientWithStore()
    await expect(client.fetchQuery(sceneQuery({ id: 'zonglan' }))).rejects.toThrow('no network')
    const data = must(client.getQueryData<object>(KEY))
    expect([data, confirmedAt(data), isUnconfirmed(data)]).toEqual([answer, then, true])
    expect(client.getQueryState(KEY)?.status).toBe('error')
  })

  it('steps in for one that is late, and gives way to it', async () => {
    let give = (_response: Response): void => undefined
    fetched.mockReturnValue(
      new Promise((resolve) => {
        give = resolve
      })
    )
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const client = clientWithStore()
    const asked = client.fetchQuery(sceneQuery({ id: 'zonglan' }))
    await vi.advanceTimersByTimeAsync(2_400)
    expect(client.getQueryData(KEY)).toBeUndefined()
    await vi.advanceTimersByTimeAsync(200)
    vi.useRealTimers()
    await expect.poll(() => client.getQueryData(KEY)).toEqual(answer)
    give(Response.json({ ...answer, release: answer.release + 1 }))
    expect((await asked).release).toBe(answer.release + 1)
    expect(isUnconfirmed(must(client.getQueryData<object>(KEY)))).toBe(false)
  })

  it('is left alone when the server answers, when the page has one, and on a page without a store', async () => {
    const get = vi.spyOn(store, 'get')
    fetched.mockImplementation(() => Promise.resolve(Response.json(answer)))
    const client = clientWithStore()
    await client.fetchQuery(sceneQuery({ id: 'zonglan' }))
    fetched.mockRejectedValue(new TypeError('no network'))
    await expect(client.fetchQuery({ ...sceneQuery({ id: 'zonglan' }), staleTime: 0 })).rejects.toThrow('no network')
    const other = createQueryClient()
    await expect(other.fetchQuery(sceneQuery({ id: 'zonglan' }))).rejects.toThrow('no network')
    expect([get.mock.calls.length, other.getQueryData(KEY)]).toEqual([0, undefined])
  })

  it('of another shape, or of none, leaves the failure as it is', async () => {
    fetched.mockRejectedValue(new TypeError('no network'))
    await store.write({ key: KEY, data: { release: 'x' }, confirmedAt: then })
    const client = clientWithStore()
    await expect(client.fetchQuery(sceneQuery({ id: 'zonglan' }))).rejects.toThrow('no network')
    await expect(client.fetchQuery(sceneQuery({ id: 'minzu' }))).rejects.toThrow('no network')
    expect(client.getQueryData(KEY)).toBeUndefined()
  })
})

describe('a store that has no room', () => {
  it('says so, apart from one that is denied', async () => {
    const put = vi.spyOn(IDBObjectStore.prototype, 'put')
    put.mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    expect([await store.write({ key: KEY, data: answer, confirmedAt: 1 }), store.trouble()]).toEqual([false, 'full'])
    put.mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError')
    })
    expect([await store.write({ key: KEY, data: answer, confirmedAt: 1 }), store.trouble()]).toEqual([false, 'denied'])
    put.mockRestore()
    expect([await store.write({ key: KEY, data: answer, confirmedAt: 1 }), store.trouble()]).toEqual([true, undefined])
  })
})
