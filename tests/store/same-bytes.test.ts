import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { FastifyInstance } from 'fastify'
import { startTinyServer } from '#server/testing/start-tiny-server.ts'
import { tinyFigure, tinyPack } from '#server/testing/tiny-pack.ts'
import type { Store } from '#server/release/store.ts'
import { benches, type Bench } from './bench.ts'

const EARLY = [1, 2, 3, 4, 5]
const LATER = 100
const PATHS = [
  'pack',
  'regions',
  'boundaries/330800',
  'boundaries/330800?context=1',
  'indicators',
  'scenes',
  'scenes/zonglan',
  'scenes/zonglan?region=330802',
  'observations',
  'observations?refArea=330803&from=2022-10',
  'observations?indicator=services'
]
const ENCODINGS = ['identity', 'gzip', 'br']

const figure = (obsValue: string) => ({
  note: `改为 ${obsValue}`,
  source: '统战部',
  observations: [tinyFigure({ obsValue }), tinyFigure({ indicator: 'monthly', refArea: '330803', scope: '全区', timePeriod: '2022-10', freq: 'M', obsValue })]
})

/** Status, tag and bytes of everything that is answered as of a release, in each encoding. */
async function answers(app: FastifyInstance, release: number) {
  const asked = PATHS.flatMap((path) =>
    ENCODINGS.map((encoding) => ({ url: `/api/v1/${path}${path.includes('?') ? '&' : '?'}release=${release}`, headers: { 'accept-encoding': encoding } }))
  )
  return Promise.all(
    asked.map(async ({ url, headers }) => {
      const { statusCode, headers: sent, rawPayload } = await app.inject({ url, headers })
      return [url, headers['accept-encoding'], statusCode, sent['etag'], rawPayload.toString('base64')]
    })
  )
}

describe.each(benches)('%s', (_name, makeBench) => {
  let bench: Bench
  let store: Store
  beforeAll(async () => {
    bench = await makeBench()
  })
  afterAll(() => bench.close())

  async function server(): Promise<Awaited<ReturnType<typeof startTinyServer>>> {
    const started = await startTinyServer({ store })
    onTestFinished(() => started.app.close())
    return started
  }

  it(`answers each release with the same bytes after ${LATER} later ones, also by a server that never saw it before`, async () => {
    const place = await bench.newPlace()
    store = await place.open()
    onTestFinished(() => store.close())
    const { app, publisher } = await server()
    const first = new Map<number, unknown>()
    /* Each is asked while it is the current one. */
    const keep = async (release: number): Promise<void> => {
      await expect.poll(async () => (await app.inject('/readyz')).json<unknown>()).toEqual({ release })
      first.set(release, await answers(app, release))
    }
    await keep(1)
    const orders = [figure('200'), { withdraw: 2 }, { withdraw: 3 }, figure('1')]
    for (const [index, order] of orders.entries()) {
      await publisher.publish(order)
      await keep(index + 2)
    }

    await publisher.publish({ withdraw: 4 })
    const pack = tinyPack()
    pack.document.info.title = '改名'
    await publisher.installPack({ ...pack, observations: pack.observations.slice(2) })
    for (let count = 2; count < LATER; count += 1) await publisher.publish(count % 5 === 0 ? { withdraw: store.releases().length } : figure(String(count)))
    expect(store.releases()).toHaveLength(EARLY.length + LATER)

    for (const { app: asked } of [{ app }, await server()]) {
      for (const release of EARLY) expect(await answers(asked, release)).toEqual(first.get(release))
    }
    const all = EARLY.flatMap((release) => first.get(release))
    expect(all.flat().filter((entry) => Array.isArray(entry) && entry[2] !== 200)).toEqual([])
  })
})
