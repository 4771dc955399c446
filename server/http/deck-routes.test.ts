import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { ObservationsAnswer } from '#contract/endpoints.ts'
import type { ObservationInput } from '#contract/observation.ts'
import { BOOK_TYPE, DECK_TYPE } from '#contract/decks.ts'
import { openApiDocument } from '#contract/openapi.ts'
import { readPack } from '#server/pack/read-pack.ts'
import { validateDeck } from '#server/render/office/pptx/validate.ts'
import { startTinyServer, type TinyServer } from '#server/testing/start-tiny-server.ts'
import { readBook } from '#tests/office/books.ts'
import { opened, readSlides } from '#tests/office/decks.ts'
import { PICTURE_FONTS, pictureFaces } from '#tests/support/picture-fonts.ts'

const ADDRESS = '/api/v1/scenes/shitang.pptx'
let server: TinyServer
const get = (url: string, headers: Record<string, string> = {}) => server.app.inject({ url, headers })

beforeAll(async () => {
  pictureFaces()
  server = await startTinyServer({ pack: await readPack('packs/quzhou'), pictures: { fontsDir: PICTURE_FONTS }, now: () => new Date('2022-10-26T01:28:00Z') })
})
afterAll(() => server.app.close())

describe('a deck', () => {
  it('comes as a file with a name and a strong tag', async () => {
    const answer = await get(ADDRESS)
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, DECK_TYPE])
    expect(validateDeck(answer.rawPayload)).toEqual([])
    expect(answer.headers['content-disposition']).toBe(`attachment; filename="shitang-1.pptx"; filename*=UTF-8''${encodeURIComponent('共享食堂 第1版.pptx')}`)
    const tag = String(answer.headers['etag'])
    expect((await get(ADDRESS, { 'if-none-match': tag })).statusCode).toBe(304)
    const head = await server.app.inject({ method: 'HEAD', url: ADDRESS })
    expect([head.statusCode, head.headers['etag'], head.payload]).toEqual([200, tag, ''])
  })

  it('is the same whenever it is asked for, by whatever words', async () => {
    const [one, other] = [await get(ADDRESS), await get(`${ADDRESS}?release=1&theme=paper`)]
    expect(one.rawPayload.equals(other.rawPayload)).toBe(true)
  })

  it('has several scenes in the order that they are named in', async () => {
    const answer = await get('/api/v1/decks.pptx?scenes=minzu,shitang')
    expect(answer.headers['content-disposition']).toContain('filename="scenes-1.pptx"')
    const titles = readSlides(opened(answer.rawPayload)).map(({ title }) => title)
    expect(titles.filter((title) => /^\d+\/\d+\s/.test(title))).toEqual(['1/2\u3000民族乡村共富', '2/2\u3000共享食堂'])
  })

  it('stands in the document of the API', () => {
    expect(Object.keys(openApiDocument()['paths'] ?? {})).toEqual(
      expect.arrayContaining(['/api/v1/scenes/{id}.pptx', '/api/v1/decks.pptx', '/api/v1/scenes/{id}.xlsx', '/api/v1/decks.xlsx'])
    )
  })
})

describe('a workbook', () => {
  const BOOK = '/api/v1/scenes/shitang.xlsx'

  it('comes as a file with a name and a strong tag', async () => {
    const answer = await get(BOOK)
    expect([answer.statusCode, answer.headers['content-type'], answer.headers['content-encoding']]).toEqual([200, BOOK_TYPE, undefined])
    expect(validateDeck(answer.rawPayload)).toEqual([])
    expect(answer.headers['content-disposition']).toBe(`attachment; filename="shitang-1.xlsx"; filename*=UTF-8''${encodeURIComponent('共享食堂 第1版.xlsx')}`)
    const tag = String(answer.headers['etag'])
    expect((await get(BOOK, { 'if-none-match': tag })).statusCode).toBe(304)
    expect((await get(ADDRESS)).headers['etag']).not.toBe(tag)
    const head = await server.app.inject({ method: 'HEAD', url: BOOK })
    expect([head.statusCode, head.headers['etag'], head.payload]).toEqual([200, tag, ''])
  })

  it('is the same by whatever words, and another of another region', async () => {
    const [one, other] = [await get(BOOK), await get(`${BOOK}?release=1&theme=ink`)]
    expect(one.rawPayload.equals(other.rawPayload)).toBe(true)
    const places = await Promise.all(['', '?region=330802'].map((query) => get(`/api/v1/scenes/xiangxiantong.xlsx${query}`)))
    expect(places.map(({ statusCode }) => statusCode)).toEqual([200, 200])
    expect(places[0]?.headers['etag']).not.toBe(places[1]?.headers['etag'])
  })

  it('is named after the region and the period that were asked for, and cites them', async () => {
    const answer = await get('/api/v1/scenes/xiangxiantong.xlsx?region=330802&period=2022-06&metric=xxt.services')
    const named = encodeURIComponent('同心共富·乡贤通 柯城区 2022-06 第1版')
    expect(answer.headers['content-disposition']).toBe(`attachment; filename="xiangxiantong-330802-2022-06-1.xlsx"; filename*=UTF-8''${named}.xlsx`)
    const cited = readBook(answer.rawPayload).sheets.flatMap(({ rows }) => rows.flatMap((row) => (row.get(0)?.text === '引用' ? [row.get(1)?.text] : [])))
    expect(cited.length).toBeGreaterThan(3)
    expect(cited.filter((text) => text?.endsWith('?scene=xiangxiantong&region=330802&metric=xxt.services&period=2022-06&release=1') !== true)).toEqual([])
  })

  it('has several scenes in the order that they are named in', async () => {
    const answer = await get('/api/v1/decks.xlsx?scenes=minzu,shitang')
    expect(answer.headers['content-disposition']).toContain('filename="scenes-1.xlsx"')
    const scenes = readBook(answer.rawPayload).sheets.flatMap(({ rows }) => rows.flatMap((row) => (row.get(0)?.text === '场景' ? [row.get(1)?.text] : [])))
    expect([...new Set(scenes)]).toEqual(['民族乡村共富', '共享食堂'])
  })
})

describe('errors', () => {
  it.each([
    ['/api/v1/decks.pptx', 400, 'scenes'],
    ['/api/v1/decks.pptx?scenes=minzu,minzu', 400, 'scenes 须为场景代码'],
    ['/api/v1/decks.pptx?scenes=..', 400, 'scenes'],
    [`${ADDRESS}?theme=blue`, 400, 'theme'],
    [`${ADDRESS}?metric=gone.metric`, 400, 'metric'],
    [`${ADDRESS}?region=1`, 400, 'region'],
    ['/api/v1/scenes/gone.pptx', 404, 'gone'],
    ['/api/v1/scenes/gone.xlsx', 404, 'gone'],
    ['/api/v1/scenes/shitang.xlsx?metric=gone.metric', 400, 'metric'],
    ['/api/v1/scenes/shitang.xlsx?period=never', 400, 'period'],
    ['/api/v1/scenes/xiangxiantong.xlsx?period=2031-01', 400, 'period 这些场景没有 2031-01'],
    ['/api/v1/scenes/xiangxiantong.pptx?period=1999', 400, 'period 这些场景没有 1999'],
    ['/api/v1/decks.xlsx?scenes=shitang,xiangxiantong&period=1999-12-31', 400, 'period 这些场景没有 1999-12-31'],
    ['/api/v1/scenes/shitang.xlsx?release=9', 404, '9'],
    ['/api/v1/decks.xlsx', 400, 'scenes'],
    ['/api/v1/decks.xlsx?scenes=minzu,minzu', 400, 'scenes 须为场景代码'],
    [`${ADDRESS}?release=9`, 404, '9']
  ])('%s: %i, %s', async (url, status, said) => {
    const answer = await get(url)
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([status, 'application/problem+json; charset=utf-8'])
    expect(JSON.stringify(answer.json())).toContain(said)
  })

  it.each([ADDRESS, '/api/v1/scenes/shitang.xlsx', '/api/v1/decks.xlsx'])('%s tells other methods what it takes', async (url) => {
    const answer = await server.app.inject({ method: 'POST', url })
    expect([answer.statusCode, answer.headers['allow']]).toEqual([405, 'GET, HEAD'])
  })
})

describe('a period', () => {
  it.each(['/api/v1/scenes/xiangxiantong.xlsx?period=2022-06', '/api/v1/scenes/xiangxiantong.xlsx?period=2022', '/api/v1/scenes/shitang.xlsx?period=2022-06'])(
    'that the scenes have, or that nothing in them depends on, is taken: %s',
    async (url) => expect((await get(url)).statusCode).toBe(200)
  )
})

describe('a frozen release', () => {
  it('never changes, and tells of the latest one', async () => {
    const before = await get(`${ADDRESS}?release=1`)
    const { observations } = ObservationsAnswer.parse((await get('/api/v1/observations?indicator=st.canteens&refArea=330800')).json())
    const [figure] = observations.map(({ release: _old, ...rest }): ObservationInput => rest)
    if (figure === undefined) throw new Error('the test has no figure')
    for (const step of Array.from({ length: 10 }, (_, index) => index))
      await server.publisher.publish({ note: '更正', source: '统战部', observations: [{ ...figure, obsValue: String(300 + step), sumNote: '分县未更新' }] })
    await vi.waitFor(async () => expect((await get('/api/v1/pack')).json()).toMatchObject({ release: 11 }), { timeout: 25_000, interval: 200 })
    const after = await get(`${ADDRESS}?release=1`)
    expect(after.rawPayload.equals(before.rawPayload)).toBe(true)
    expect([before.headers['link'], after.headers['link']]).toEqual([undefined, `<${ADDRESS}>; rel="latest-version"`])
    const books = [await get('/api/v1/scenes/shitang.xlsx?release=1'), await get('/api/v1/scenes/shitang.xlsx')]
    expect(books.map(({ headers }) => headers['link'])).toEqual(['</api/v1/scenes/shitang.xlsx>; rel="latest-version"', undefined])
    const numbers = books.map(({ rawPayload }) => readBook(rawPayload).sheets.flatMap(({ rows }) => rows.map((row) => row.get(6)?.text)))
    expect(numbers.map((column) => column.includes('309'))).toEqual([false, true])
    const latest = readSlides(opened((await get(ADDRESS)).rawPayload)).flatMap(({ texts }) => texts)
    expect(latest.some((text) => text.startsWith('309'))).toBe(true)
  })
})
