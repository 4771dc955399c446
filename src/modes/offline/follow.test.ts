import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { normal } from '#mocks/fixtures/normal.ts'
import { mockServer } from '#mocks/node.ts'
import { openAnswerStore } from '#queries/answer-store.ts'
import { offlineState, setOffline } from '#queries/offline-store.ts'
import { packQuery } from '#queries/pack-query.ts'
import { createQueryClient } from '#queries/query-client.ts'
import { sceneQuery } from '#queries/scene-query.ts'
import { follow } from './follow.ts'

const store = openAnswerStore('desk')
let ends: (() => void)[] = []

function page(search: string) {
  /** By this page: another that has ended may still have something on its way. */
  const asked: string[] = []
  vi.stubGlobal('location', { search })
  const { server } = mockServer(normal())
  server.listen({ onUnhandledRequest: 'error' })
  const mocked = globalThis.fetch
  vi.stubGlobal('fetch', (address: string, init: RequestInit) => {
    // What an ended page still says with its ended signal goes nowhere.
    if (init.signal?.aborted !== true) asked.push(address)
    return mocked(new URL(address, 'http://screen.test'), init)
  })
  const client = createQueryClient()
  const end = follow(client, store)
  ends.push(
    end,
    () => client.clear(),
    () => server.close()
  )
  const open = async (release?: number): Promise<void> => {
    await client.fetchQuery({ ...packQuery(release), staleTime: 0 })
    await client.fetchQuery({ ...sceneQuery({ id: 'zonglan', release }), staleTime: 0 })
  }
  return { open, end, asked }
}

const kinds = async (): Promise<unknown[]> => (await store.read()).map(({ key }) => JSON.stringify(key))

beforeEach(async () => {
  setOffline({ busy: false, shelf: undefined, trouble: undefined })
  vi.stubGlobal('requestIdleCallback', (call: () => void) => setTimeout(call))
  vi.stubGlobal('navigator', { storage: { persisted: async () => true } })
  await store.clear()
})
afterEach(() => {
  vi.unstubAllGlobals()
  for (const end of ends) end()
  ends = []
})

describe('a page that is to work without a network', () => {
  it('lays in the release that it is shown, once', async () => {
    const { open, asked } = page('')
    await open()
    await expect.poll(() => offlineState(), { timeout: 15_000 }).toMatchObject({ busy: false, shelf: { release: 1 } })
    expect(await kinds()).toContain('["shelf",null]')
    asked.length = 0
    await open()
    await new Promise((resolve) => {
      setTimeout(resolve, 100)
    })
    expect(asked.length).toBe(2)
  })

  it('that is pinned to a release lays in that one, and no other that a tool asks for', async () => {
    const { open } = page('?release=1')
    await open()
    await new Promise((resolve) => {
      setTimeout(resolve, 100)
    })
    expect(await kinds()).toEqual([])
    await open(1)
    await expect.poll(() => kinds(), { timeout: 15_000 }).toContain('["shelf",1]')
    expect((await kinds()).filter((key) => String(key).includes('null]') && !String(key).startsWith('["boundaries'))).toEqual([])
  })

  it('asks for nothing after it has been left', async () => {
    const { open, end, asked } = page('')
    end()
    await open()
    await new Promise((resolve) => {
      setTimeout(resolve, 100)
    })
    expect(asked.length).toBe(2)
  })
})
