import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { ranksOf } from '#contract/composite.ts'
import { endpoints, eventsPath } from '#contract/endpoints.ts'
import { rankedIndicators } from '#contract/hide-ranks.ts'
import { canEnter, pathTo } from '#contract/region-tree.ts'
import type { ObservationInput } from '#contract/observation.ts'
import { scoresOf } from '#contract/scores.ts'
import { fixtureRepository } from '#mocks/fixture-repository.ts'
import { hidden } from '#mocks/fixtures/hidden.ts'
import type { Pack } from '#server/pack/pack.ts'
import { readPack } from '#server/pack/read-pack.ts'
import { createPublisher } from '#server/release/publisher.ts'
import { createRepository } from '#server/repository.ts'
import { memoryStore } from '#server/testing/memory-store.ts'
import { startTinyServer } from '#server/testing/start-tiny-server.ts'
import { must } from '#tests/support/panel-data.ts'

const COUNTIES = ['330802', '330803', '330822', '330824', '330825', '330881']
let pack: Pack
/** The default pack: of its scenes those that draw the league, of its demo figures those that rank. */
beforeAll(async () => {
  const { document: whole, observations } = await readPack('packs/quzhou')
  const scenes = whole.scenes.filter(({ panels }) => panels.some(({ needs }) => needs.some(({ indicator }) => indicator.startsWith('ls.'))))
  const document = { ...whole, scenes }
  pack = { document, observations: observations.filter((o) => o.origin !== 'demo' || isInput({ document, observations })(o)) }
})

const leagueOf = ({ document }: Pack) => must(document.indicators.find(({ id }) => id === 'ls.score'))
const inputsOf = (from: Pack): ReadonlySet<string> => new Set(must(leagueOf(from).composite).inputs.map(({ indicator }) => indicator))
const isInput = (from: Pack) => {
  const ids = inputsOf(from)
  return (o: ObservationInput): boolean => ids.has(o.indicator)
}
const tenthsOf = (value: string): number => Math.round(Number(value) * 10)

/** Another world: each county's points all moved by so many tenths, in every month and item. */
function shifted(from: Pack, tenths: Readonly<Record<string, number>>): Pack {
  const moves = isInput(from)
  const move = (o: ObservationInput): ObservationInput =>
    moves(o) && o.obsValue !== null ? { ...o, obsValue: String((tenthsOf(o.obsValue) + (tenths[o.refArea] ?? 0)) / 10) } : o
  return { ...from, observations: from.observations.map(move) }
}

/** How far each county's points can be moved down and up, in tenths, without leaving 0 to 100. */
function roomOf(from: Pack): Record<string, readonly [down: number, up: number]> {
  const values = (county: string): number[] =>
    from.observations.flatMap((o) => (isInput(from)(o) && o.refArea === county && o.obsValue !== null ? [tenthsOf(o.obsValue)] : []))
  return Object.fromEntries(COUNTIES.map((county) => [county, [-Math.min(...values(county)), 1000 - Math.max(...values(county))] as const]))
}

const ranksIn = ({ document, observations }: Pack): (number | null)[] => {
  const regions = document.regions.filter(({ parent }) => parent === document.info.root)
  const scores = scoresOf({ indicator: leagueOf({ document, observations }), regions, observations: observations.map((o) => ({ ...o, release: 1 })) })
  return ranksOf(must(scores.at(-1)).map(({ value }) => value))
}

/** What a clerk would send in to correct a point, with a note that tells too much. */
const correction = (from: Pack) => ({
  note: '更正：江山市综合得分 92.4，第一名',
  source: '九月晾晒通报，江山市第一名',
  observations: from.observations
    .filter((o) => isInput(from)(o) && o.refArea === '330881' && o.timePeriod === '2022-10' && o.indicator === 'ls.services')
    .map((o) => ({ ...o, note: '江山市办理服务 93 分，全市第二', origin: 'reported' as const, source: '江山市报送，全市第二' }))
})

const turnedTo = (app: FastifyInstance, release: number): Promise<void> =>
  expect.poll(async () => (await app.inject('/api/v1/pack')).json().release, { timeout: 20_000 }).toBe(release)

async function served(from: Pack, hideRanks = true) {
  const server = await startTinyServer({ pack: from, hideRanks, now: () => new Date('2022-10-26T01:28:00Z') })
  onTestFinished(() => server.app.close())
  await server.publisher.publish(correction(from))
  await turnedTo(server.app, 2)
  return server
}

/** Every address that answers, in every release there is, from every region. */
function addressesOf({ document }: Pack): string[] {
  const queries = ['', '?release=1', '?release=2']
  const filled = endpoints.flatMap(({ path }) => {
    if (path.includes(':id')) return document.scenes.map(({ id }) => path.replace(':id', id))
    if (path.includes(':panel'))
      return document.scenes.flatMap(({ id, panels }) => panels.map((panel) => path.replace(':scene', id).replace(':panel', panel.id)))
    return [path.replace(':code', document.info.root)]
  })
  const indicators = document.indicators
    .filter(({ theme }) => theme === 'liangshai')
    .flatMap(({ id }) => queries.map((query) => `/api/v1/observations${query === '' ? '?' : `${query}&`}indicator=${id}`))
  const regions = document.scenes.flatMap(({ id }) => document.regions.map(({ code }) => `/api/v1/scenes/${id}?region=${code}`))
  const roots = document.regions
    .filter(({ code }) => canEnter(document.regions, code) && pathTo(document.regions, code, document.info.root).length > 0)
    .map(({ code }) => code)
  const below = document.scenes.flatMap(({ id }) => roots.map((code) => `/api/v1/scenes/${id}?root=${code}&region=${code}`))
  const counties = document.regions.map(({ code }) => `/api/v1/observations?refArea=${code}&from=2022-01`)
  return [
    ...filled.flatMap((path) => queries.map((query) => path + query)),
    ...indicators,
    ...regions,
    ...below,
    ...counties,
    '/api/v1/openapi.json',
    '/readyz'
  ]
}

interface Told {
  readonly body: string
  readonly etag: unknown
}

const UNZIP = { br: brotliDecompressSync, gzip: gunzipSync }

/** All that can be fetched. */
async function everything(from: Pack, hideRanks = true): Promise<Record<string, Told>> {
  const { app } = await served(from, hideRanks)
  const answers: Record<string, Told> = {}
  for (const url of addressesOf(from)) {
    const { payload, headers } = await app.inject(url)
    answers[url] = { body: payload, etag: headers['etag'] }
  }
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  const stream = must((await fetch(url + eventsPath)).body).getReader()
  answers[eventsPath] = { body: new TextDecoder().decode((await stream.read()).value).replace(/"now":"[^"]*"/, ''), etag: undefined }
  await stream.cancel()
  return answers
}

interface Figure {
  readonly indicator: string
  readonly refArea: string
  readonly timePeriod: string
  readonly obsValue: string | null
  readonly obsStatus: string
  readonly note?: string
}
interface Figures {
  readonly observations: readonly Figure[]
}
const figuresIn = ({ body }: Told): Figure[] => JSON.parse(body).observations ?? []

describe('a server that hides ranks', () => {
  it('answers nowhere with a score, an input or a word about them', async () => {
    const [without, open] = [await everything(pack), await everything(pack, false)]
    const ranked = rankedIndicators(pack.document.indicators)
    const scores = [
      ...new Set(Object.values(open).flatMap((told) => (told.body.startsWith('{"release"') || told.body.startsWith('{"scene"') ? figuresIn(told) : [])))
    ]
    const points = new Set(
      scores.flatMap(({ indicator, obsValue }) => (ranked.has(indicator) && obsValue !== null && obsValue.includes('.') ? [`"${obsValue}"`] : []))
    )
    expect(points.size).toBeGreaterThan(60)
    for (const [url, told] of Object.entries(without)) {
      if (url === eventsPath || url === '/readyz' || !told.body.includes('"observations":[')) continue
      expect(figuresIn(told).filter(({ indicator }) => ranked.has(indicator))).toEqual([])
    }
    const texts = Object.entries(without).filter(([, { body }]) => /第一名|全市第二|92\.4/.test(body.replaceAll('全省数字统战好应用比选第一名', '')))
    expect(texts.map(([url]) => url)).toEqual([])
    const leaks = Object.entries(without).flatMap(([url, { body }]) =>
      [...points].filter((value) => body.includes(`"obsValue":${value}`)).map((value) => `${url} ${value}`)
    )
    expect(leaks).toEqual([])
  })

  it('answers the same, byte for byte and tag for tag, in a world where the order is upside down', async () => {
    const upsideDown = shifted(pack, { '330881': -300, '330803': -240, '330824': -180, '330825': -120, '330802': -60 })
    expect(ranksIn(pack)).toEqual([5, 2, 6, 3, 4, 1])
    expect(ranksIn(upsideDown)).toEqual([2, 5, 1, 4, 3, 6])
    expect(await everything(upsideDown)).toEqual(await everything(pack))
    const open = async (from: Pack) => (await (await served(from, false)).app.inject('/api/v1/observations')).payload
    expect(await open(upsideDown)).not.toEqual(await open(pack))
  })

  it('leaves every level open: any county could stand anywhere over or under any other', async () => {
    const room = roomOf(pack)
    const answer = async (from: Pack) => {
      const store = memoryStore()
      await createPublisher(store).installPack(from)
      return createRepository(store, { demo: true, hideRanks: true, version: '' }).observations({ from: undefined, to: undefined })
    }
    const truth = await answer(pack)
    const move = (county: string) => fc.integer({ min: must(room[county])[0], max: must(room[county])[1] })
    const moves = fc.record(Object.fromEntries(COUNTIES.map((county) => [county, move(county)])))
    await fc.assert(
      fc.asyncProperty(moves, async (tenths) => {
        expect(await answer(shifted(pack, tenths))).toEqual(truth)
      }),
      { numRuns: 12 }
    )
    // Of any two, the lower can be moved over the higher: both worlds answer alike.
    const totals = Object.fromEntries(COUNTIES.map((county, index) => [county, index]))
    const lift = (county: string): Pack => shifted(pack, Object.fromEntries(Object.keys(room).map((other) => [other, other === county ? 0 : -600])))
    for (const county of COUNTIES) expect(ranksIn(lift(county))[must(totals[county])]).toBe(1)
  })

  it('has the changes in the order of the codes, items that add up to the total, and each with its own basis', async () => {
    const { app } = await served(pack)
    const { observations } = (await app.inject('/api/v1/scenes/zonglan')).json<Figures>()
    const all = (await app.inject('/api/v1/observations')).json<Figures>().observations.filter(({ indicator }) => indicator.endsWith('.change'))
    expect([...new Set(all.map(({ refArea }) => refArea))]).toEqual(COUNTIES)
    expect(all).toHaveLength(6 * 6 * 12)
    expect(observations.every(({ indicator }) => !indicator.startsWith('ls.') || indicator.endsWith('.change'))).toBe(true)
    const of = (indicator: string, refArea: string, timePeriod: string): Figure =>
      must(all.find((o) => o.indicator === `${indicator}.change` && o.refArea === refArea && o.timePeriod === timePeriod))
    expect(COUNTIES.map((county) => of('ls.score', county, '2022-10').obsValue)).toEqual(['-0.3', '1.9', '0.8', '3.1', '-2.2', '0.8'])
    expect(of('ls.score', '330822', '2022-03')).toMatchObject({ obsValue: null, obsStatus: 'O' })
    expect(of('ls.score', '330822', '2022-04').note).toBe('较 2022-02')
    expect(of('ls.score', '330881', '2021-11')).toMatchObject({ obsValue: null, obsStatus: 'M' })
    expect(of('ls.platforms', '330822', '2022-10')).toMatchObject({ obsValue: null, obsStatus: 'O' })
    const weights = must(leagueOf(pack).composite).inputs
    const weighted = weights.reduce((sum, { indicator, weight }) => sum + (Number(of(indicator, '330824', '2022-10').obsValue) * Number(weight)) / 100, 0)
    expect(Math.abs(weighted - 3.1)).toBeLessThan(0.1)
  })

  it('sends the same in every encoding', async () => {
    const { app } = await served(pack)
    for (const url of ['/api/v1/scenes/zonglan', '/api/v1/scenes/zonglan?release=1', '/api/v1/observations', '/api/v1/observations?indicator=ls.loans'])
      for (const encoding of ['br', 'gzip'] as const) {
        const { rawPayload } = await app.inject({ url, headers: { 'accept-encoding': encoding } })
        expect(UNZIP[encoding](rawPayload).toString()).toBe((await app.inject(url)).payload)
      }
  })

  it('says so, and tags every answer otherwise', async () => {
    const [{ app }, open] = [await served(pack), await served(pack, false)]
    expect((await app.inject('/api/v1/pack')).json().ranksHidden).toBe(true)
    expect((await app.inject('/api/v1/scenes/zonglan')).json().ranksHidden).toBe(true)
    expect((await open.app.inject('/api/v1/pack')).json().ranksHidden).toBe(false)
    for (const url of addressesOf(pack).filter((address) => !address.startsWith('/readyz') && !address.includes('openapi')))
      expect((await app.inject(url)).headers['etag']).not.toBe((await open.app.inject(url)).headers['etag'])
  })

  it('serves no change while ranks are shown', async () => {
    const { app } = await served(pack, false)
    const { observations } = (await app.inject('/api/v1/observations')).json<Figures>()
    expect(observations.filter(({ indicator }) => indicator.endsWith('.change') || indicator === 'ls.score')).toEqual([])
    expect((await app.inject('/api/v1/releases')).json().releases[1].note).toContain('92.4')
  })

  it('hides inputs in releases from before there was a composite, also when that pack comes while it runs', async () => {
    const plain = {
      ...pack,
      document: { ...pack.document, indicators: pack.document.indicators.map((one) => ({ ...one, composite: undefined, changeOf: undefined })) }
    }
    const { app, publisher } = await startTinyServer({ pack: plain, hideRanks: true })
    onTestFinished(() => app.close())
    const inputs = async (): Promise<number> => (await app.inject('/api/v1/observations?release=1&indicator=ls.services')).json<Figures>().observations.length
    expect(await inputs()).toBe(72)
    await publisher.installPack(pack)
    await turnedTo(app, 2)
    expect(await inputs()).toBe(0)
  })

  it('is what the mocks serve', async () => {
    const store = memoryStore()
    await createPublisher(store).installPack(await readPack('packs/quzhou'))
    const server = createRepository(store, { demo: true, hideRanks: true, version: 'mock' })
    const mocks = fixtureRepository(hidden())
    const sorted = (answer: { observations: readonly object[] }) => ({
      ...answer,
      observations: answer.observations.map((o) => JSON.stringify(o)).toSorted(),
      publishedAt: '',
      releases: []
    })
    const input = { release: 1, from: undefined, to: undefined, region: undefined }
    expect(sorted(await server.observations(input))).toEqual(sorted(await mocks.observations(input)))
    for (const { id } of pack.document.scenes) expect(sorted(await server.scene({ ...input, id }))).toEqual(sorted(await mocks.scene({ ...input, id })))
    expect(await server.pack(input)).toEqual(await mocks.pack(input))
    const notes = async (from: typeof server) => new Set((await from.releases({})).releases.map(({ note }) => note))
    expect(await notes(server)).toEqual(await notes(mocks))
  })
})

describe('what is reckoned cannot be stored', () => {
  it.each(['ls.score', 'ls.score.change', 'ls.loans.change'])('%s is refused', async (indicator) => {
    const { publisher } = await served(pack)
    const [figure] = correction(pack).observations
    const publication = { note: '得分', source: '统战部', observations: [{ ...must(figure), indicator }] }
    await expect(publisher.publish(publication)).rejects.toMatchObject({
      status: 400,
      detail: `observations[0].indicator：${indicator} 由系统按公开办法计算，不能填报`
    })
  })
})
