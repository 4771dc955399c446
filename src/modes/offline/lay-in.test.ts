import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PackAnswer } from '#contract/endpoints.ts'
import { packAnswer, type Snapshot } from '#contract/snapshot.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { mockServer } from '#mocks/node.ts'
import { boundariesQuery } from '#queries/boundaries-query.ts'
import { openAnswerStore } from '#queries/answer-store.ts'
import { areaObservationsQuery } from '#queries/observations-query.ts'
import type { Shelf } from '#queries/offline-store.ts'
import { packQuery } from '#queries/pack-query.ts'
import { sceneQuery } from '#queries/scene-query.ts'
import { COUNTY, deepPack } from '#tests/support/deep-pack.ts'
import { mayLayIn } from './connection.ts'
import { layIn } from './lay-in.ts'
import { offlineList } from './offline-list.ts'
import { readShelf, writeShelf } from './shelf.ts'

const store = openAnswerStore('desk')
let server: ReturnType<typeof mockServer>['server'] | undefined
let asked: string[] = []

function serve(snapshot: Snapshot): void {
  const mock = mockServer(snapshot)
  server = mock.server
  server.listen({ onUnhandledRequest: 'error' })
  // In a browser an address is one of the page's server.
  const mocked = globalThis.fetch
  vi.stubGlobal('fetch', (address: string, init: RequestInit) => mocked(new URL(address, 'http://screen.test'), init))
  server.events.on('request:start', ({ request }) => asked.push(new URL(request.url).pathname + new URL(request.url).search))
}

beforeEach(async () => {
  asked = []
  const memory = new Map<string, string>()
  vi.stubGlobal('localStorage', { getItem: (key: string) => memory.get(key) ?? null, setItem: (key: string, value: string) => memory.set(key, value) })
  vi.stubGlobal('requestIdleCallback', (call: () => void) => setTimeout(call))
  await store.clear()
})
afterEach(() => {
  vi.unstubAllGlobals()
  server?.close()
  vi.restoreAllMocks()
})

const run = async (pin?: number, signal = new AbortController().signal) => {
  const shelves: Shelf[] = []
  const outcome = await layIn({ store, pin, signal, onShelf: (shelf) => shelves.push(shelf) })
  return { outcome, last: shelves.at(-1), shelves }
}

const region = (code: string, parent: string | null) => ({ code, parent, name: code, level: 'county' as const })
const pack = { info: { root: '330800' }, scenes: [{ id: 'zonglan' }, { id: 'minzu' }] } as unknown as PackAnswer

describe('what is laid in', () => {
  const regions = [region('330000', null), region('330800', '330000'), region('330881', '330800'), region('330822', '330800')] as never
  const keys = (pin?: number) => offlineList({ pack, regions, pin }).wanted.map(({ key }) => key)

  it('lies under the keys that the page asks for: all scenes first, then each for every region', () => {
    expect(keys()).toEqual([
      packQuery().queryKey,
      boundariesQuery('330800').queryKey,
      sceneQuery({ id: 'zonglan' }).queryKey,
      sceneQuery({ id: 'minzu' }).queryKey,
      ['regions'],
      ['indicators'],
      areaObservationsQuery('330881').queryKey,
      areaObservationsQuery('330822').queryKey,
      sceneQuery({ id: 'zonglan', region: '330881' }).queryKey,
      sceneQuery({ id: 'minzu', region: '330881' }).queryKey,
      sceneQuery({ id: 'zonglan', region: '330822' }).queryKey,
      sceneQuery({ id: 'minzu', region: '330822' }).queryKey
    ])
  })

  it('is of the release that the page is pinned to, and of no other', () => {
    const pinned = keys(3).filter(([kind]) => kind !== 'boundaries' && kind !== 'pack')
    expect(pinned.map((key) => key[3])).toEqual(pinned.map(() => 3))
    expect(keys(3)[0]).toEqual(packQuery(3).queryKey)
  })
})

describe('what is laid in of a level further down', () => {
  const regionsOf = ({ document }: Snapshot) => document.regions
  const deep = deepPack()
  const listed = (regions = regionsOf(deep), pin?: number) => offlineList({ pack: packAnswer(deep), regions, pin })
  const scenes = deep.document.scenes.length
  /** The default pack's own. */
  const own = offlineList({ pack: packAnswer(normal()), regions: regionsOf(normal()), pin: undefined }).wanted.length

  it('is its map, and each scene for it and for its parts, after all else', () => {
    const { wanted, leftOut } = listed()
    const more = wanted.slice(own).map(({ key }) => key)
    expect([own, more.length, leftOut]).toEqual([2 + 2 + 6 + scenes * 7, 1 + scenes + 3 + scenes * 3, 0])
    expect(more[0]).toEqual(boundariesQuery(COUNTY).queryKey)
    expect(more).toContainEqual(sceneQuery({ id: 'minzu', root: COUNTY }).queryKey)
    expect(more).toContainEqual(areaObservationsQuery('330892').queryKey)
    expect(more.at(-1)).toEqual(sceneQuery({ id: deep.document.scenes.at(-1)?.id ?? '', root: COUNTY, region: '330893' }).queryKey)
    expect(
      listed(regionsOf(deep), 3)
        .wanted.slice(own - 2)
        .map(({ key }) => key)[1]
    ).toEqual(sceneQuery({ id: 'zonglan', root: COUNTY, release: 3 }).queryKey)
  })

  it('is bounded, the highest levels first, and says how much is left out', () => {
    const one = regionsOf(deep).find(({ code }) => code === '330891')
    const many = Array.from({ length: 50 }, (_, index) => ({ ...one, code: String(340_000 + index), parent: index < 10 ? '330891' : COUNTY })) as never
    const { wanted, leftOut } = listed([...regionsOf(deep), ...many])
    expect(wanted).toHaveLength(own + 400)
    expect(leftOut).toBeGreaterThan(0)
    expect(wanted.some(({ key }) => key[4] === '330891')).toBe(false)
  })

  it('is stored, and the shelf says what is left out', async () => {
    serve(deep)
    const { outcome, last } = await run()
    expect([outcome, last?.answers, last?.leftOut]).toEqual(['whole', listed().wanted.length, 0])
    expect(await store.get(sceneQuery({ id: 'zonglan', root: COUNTY, region: '330892' }).queryKey)).toBeDefined()
    expect(await store.get(boundariesQuery(COUNTY).queryKey)).toBeDefined()
  })

  it('is laid in after an earlier build has done without', async () => {
    serve(deep)
    await run()
    const shelf = await readShelf(store, undefined)
    if (shelf !== undefined) await writeShelf(store, undefined, { ...shelf, answers: own, ofAnswers: own })
    expect((await run()).last?.ofAnswers).toBe(listed().wanted.length)
  })
})

describe('laying in', () => {
  it('stores the whole release, says how far it is, and asks for nothing of it again', async () => {
    serve(normal())
    const { outcome, last, shelves } = await run()
    expect([outcome, last?.scenes.length, last?.answers]).toEqual(['whole', last?.of, last?.ofAnswers])
    expect(shelves.map(({ answers }) => answers)).toEqual(shelves.map((_, index) => index + 1))
    expect(await readShelf(store, undefined)).toMatchObject({ release: last?.release, answers: last?.ofAnswers })
    expect((await store.read()).length).toBe((last?.ofAnswers ?? 0) + 1)
    asked = []
    expect((await run()).outcome).toBe('whole')
    expect(asked.length).toBe(3)
  })

  it('goes on where it was interrupted', async () => {
    serve(normal())
    const controller = new AbortController()
    const write = store.write
    let count = 0
    vi.spyOn(store, 'write').mockImplementation((answer) => {
      count += 1
      if (count === 8) controller.abort()
      return write(answer)
    })
    await expect(run(undefined, controller.signal)).rejects.toThrow()
    vi.restoreAllMocks()
    asked = []
    const { outcome, last } = await run()
    expect(outcome).toBe('whole')
    expect(asked.length).toBeLessThan(last?.ofAnswers ?? 0)
  })

  it('stops where there is no room, and says why', async () => {
    serve(normal())
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    expect((await run()).outcome).toBe('full')
    expect(asked.filter((address) => address.includes('/scenes/')).length).toBeLessThan(3)
  })

  it('takes away what was opened longest ago, and leaves what is laid in', async () => {
    serve(normal())
    for (let release = 1; release <= 120; release += 1) await store.write({ key: ['scene', 'zonglan', null, release], data: {}, confirmedAt: release })
    const { last } = await run()
    const kept = await store.read()
    expect(kept.length).toBe((last?.ofAnswers ?? 0) + 1 + 100)
    expect(await store.get(['scene', 'zonglan', null, 20])).toBeUndefined()
    expect(await store.get(['scene', 'zonglan', null, 21])).toBeDefined()
  })
})

describe('a network', () => {
  it.each([
    [undefined, true],
    [{}, true],
    [{ effectiveType: '4g' }, true],
    [{ effectiveType: 'slow-2g' }, false],
    [{ effectiveType: '2g' }, false],
    [{ effectiveType: '4g', saveData: true }, false]
  ])('%j may be used without being asked: %s', (connection, may) => {
    expect(mayLayIn(connection)).toBe(may)
  })
})
