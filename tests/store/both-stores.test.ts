import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { ObservationInput } from '#contract/observation.ts'
import type { Pack } from '#server/pack/pack.ts'
import { createPublisher } from '#server/release/publisher.ts'
import type { Store } from '#server/release/store.ts'
import { createRepository } from '#server/repository.ts'
import { memoryStore } from '#server/testing/memory-store.ts'
import { tinyFigure, tinyPack } from '#server/testing/tiny-pack.ts'
import { benches, type Bench, type Place } from './bench.ts'

const now = () => new Date('2023-01-01T00:00:00Z')
const figure = (obsValue: string, fields: Partial<ObservationInput> = {}) => ({
  note: `改为 ${obsValue}`,
  source: '统战部',
  observations: [tinyFigure({ obsValue, ...fields })]
})

function changedPack(): Pack {
  const pack = tinyPack()
  pack.document.info.title = '改名'
  return { ...pack, observations: pack.observations.slice(0, 3) }
}

/** Everything that can happen to a store: a pack, a correction, its withdrawal, another pack, a withdrawal of the withdrawal, demo figures on top of real ones. */
async function tell(store: Store): Promise<void> {
  const publisher = createPublisher(store, now)
  await publisher.installPack(tinyPack())
  await publisher.publish(figure('200'))
  await publisher.publish({ withdraw: 2 })
  await publisher.installPack(changedPack())
  await publisher.publish({ withdraw: 3, note: '恢复' })
  await publisher.publish(figure('7', { origin: 'demo', source: 'demo', note: '含"引号"、\\ 和 😀' }))
}

const everything = async (store: Store) => ({
  releases: store.releases(),
  contents: await Promise.all(store.releases().map(({ release }) => store.content(release))),
  views: await Promise.all(store.releases().flatMap(({ release }) => [true, false].map((demo) => store.view(release, demo))))
})

const servicesAt = async (store: Store, at: number, demo = true) => (await store.view(at, demo)).observations.find(({ indicator }) => indicator === 'services')

async function expected() {
  const store = memoryStore()
  await tell(store)
  return everything(store)
}

describe.each(benches)('%s', (_name, makeBench) => {
  let bench: Bench
  beforeAll(async () => {
    bench = await makeBench()
  })
  afterAll(() => bench.close())

  async function opened(place: Place): Promise<Store> {
    const store = await place.open()
    onTestFinished(() => store.close())
    return store
  }
  const fresh = async (): Promise<Store> => opened(await bench.newPlace())

  /** A store with the tiny pack as release 1. */
  async function withPack(pack = tinyPack()) {
    const store = await fresh()
    const publisher = createPublisher(store, now)
    await publisher.installPack(pack)
    return { store, publisher }
  }

  it('starts empty and makes one release of the pack, however often it is installed', async () => {
    const store = await fresh()
    expect(store.releases()).toEqual([])
    const publisher = createPublisher(store, now)
    expect(await publisher.installPack(tinyPack())).toEqual({ release: 1, observations: 5 })
    expect(await publisher.installPack(tinyPack())).toBeUndefined()
    expect(store.releases()).toEqual([
      { release: 1, publishedAt: '2023-01-01T00:00:00.000Z', note: '首次发布', source: '数据包 tiny', observations: 5, hasPack: true }
    ])
    expect((await store.pack(1)).document).toEqual(tinyPack().document)
  })

  it('says what plain arrays say of every release, before and after a restart', async () => {
    const place = await bench.newPlace()
    const first = await place.open()
    await tell(first)
    const told = await everything(first)
    await first.close()
    expect(told).toEqual(await expected())
    expect(await everything(await opened(place))).toEqual(told)
  })

  it('makes a release of a pack that changed while it was down, and of nothing else', async () => {
    const place = await bench.newPlace()
    const first = await place.open()
    await createPublisher(first, now).installPack(tinyPack())
    await first.close()
    const store = await opened(place)
    const publisher = createPublisher(store, now)
    expect(await publisher.installPack(changedPack())).toEqual({ release: 2, observations: 2 })
    expect(await publisher.installPack(changedPack())).toBeUndefined()
    const sizes = await Promise.all([1, 2].map(async (at) => (await store.view(at, true)).observations.length))
    expect(sizes).toEqual([5, 3])
  })

  it('publishes, withdraws, withdraws the withdrawal, and answers each release as it was', async () => {
    const { store, publisher } = await withPack()
    await publisher.publish(figure('200'))
    await publisher.publish({ withdraw: 2 })
    await publisher.publish({ withdraw: 3 })
    await publisher.publish(figure('201'))
    await publisher.publish({ withdraw: 4 })
    await publisher.publish({ withdraw: 5 })
    const values = await Promise.all([1, 2, 3, 4, 5, 6, 7].map(async (at) => (await servicesAt(store, at))?.obsValue))
    expect(values).toEqual(['167', '200', '167', '200', '201', '201', '167'])
    expect(store.releases().map(({ withdraws }) => withdraws)).toEqual([undefined, undefined, 2, 3, undefined, 4, 5])
  })

  it.each([
    [9, 404],
    [1, 409]
  ])('refuses to withdraw %i and stays as it was', async (withdraw, status) => {
    const { store, publisher } = await withPack()
    await expect(publisher.publish({ withdraw })).rejects.toMatchObject({ name: 'Problem', status })
    await expect(publisher.publish(figure('1', { indicator: 'gone' }))).rejects.toMatchObject({ name: 'Problem', status: 400 })
    expect(store.releases()).toHaveLength(1)
    expect(await publisher.publish(figure('2'))).toMatchObject({ release: 2 })
  })

  it('hides small counts below the threshold at every release', async () => {
    const pack = tinyPack()
    pack.document.info.threshold = 10
    const { store } = await withPack(pack)
    const { observations } = await createRepository(store, { demo: true, version: '0' }).observations({ release: 1, indicator: 'monthly' })
    expect(observations.map(({ obsValue, obsStatus }) => [obsValue, obsStatus])).toEqual([
      ['12', 'A'],
      [null, 'Q'],
      [null, 'Q']
    ])
  })

  it('without demo figures shows what lies under them', async () => {
    const { store, publisher } = await withPack()
    await publisher.publish(figure('7', { origin: 'demo', source: 'demo' }))
    expect(await servicesAt(store, 2)).toMatchObject({ obsValue: '7', origin: 'demo', release: 2 })
    expect(await servicesAt(store, 2, false)).toMatchObject({ obsValue: '167', origin: 'published', release: 1 })
    const { observations } = await store.view(2, false)
    expect(new Set(observations.map(({ origin }) => origin))).toEqual(new Set(['published']))
  })

  it('tells of each release', async () => {
    const { store, publisher } = await withPack()
    const heard: number[] = []
    const stop = store.subscribe((release) => heard.push(release))
    await publisher.publish(figure('1'))
    await publisher.publish(figure('2'))
    stop()
    await publisher.publish(figure('3'))
    expect(heard).toEqual([2, 3])
  })

  it('takes a release of many rows whole', async () => {
    const { store, publisher } = await withPack()
    const day = (index: number): string => new Date(Date.UTC(2000, 0, 1 + index)).toISOString().slice(0, 10)
    const observations = Array.from({ length: 2500 }, (_, index) => tinyFigure({ timePeriod: day(index), obsValue: String(index) }))
    expect(await publisher.publish({ note: '历史', source: '统战部', observations })).toEqual({ release: 2, observations: 2500 })
    expect((await store.content(2)).changes.map(({ observation }) => observation)).toEqual(observations)
  })

  it('numbers 40 publications of 8 at once without a gap or a double', async () => {
    const place = await bench.newPlace()
    const stores = await Promise.all(Array.from({ length: place.shared ? 8 : 1 }, () => opened(place)))
    const publishers = Array.from({ length: 8 }, (_, index) => createPublisher(stores[index % stores.length] ?? memoryStore()))
    await publishers[0]?.installPack(tinyPack())
    const said = await Promise.all(
      publishers.map(async (publisher, who) => {
        const own: [number, string][] = []
        for (let turn = 0; turn < 5; turn += 1) own.push([(await publisher.publish(figure(String(100 * who + turn)))).release, `改为 ${100 * who + turn}`])
        return own
      })
    )
    const byNumber = said.flat().toSorted(([a], [b]) => a - b)
    expect(byNumber.map(([release]) => release)).toEqual(Array.from({ length: 40 }, (_, index) => index + 2))
    const store = place.shared ? await opened(place) : stores[0]
    expect(
      store
        ?.releases()
        .slice(1)
        .map(({ release, note }) => [release, note])
    ).toEqual(byNumber)
  })
})
