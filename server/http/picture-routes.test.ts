import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { ObservationsAnswer } from '#contract/endpoints.ts'
import type { ObservationInput } from '#contract/observation.ts'
import { openApiDocument } from '#contract/openapi.ts'
import { PICTURE_FORMATS } from '#contract/pictures.ts'
import { readPack } from '#server/pack/read-pack.ts'
import { startTinyServer, type TinyServer } from '#server/testing/start-tiny-server.ts'
import { PICTURE_FONTS, pictureFaces } from '#tests/support/picture-fonts.ts'

const ADDRESS = '/api/v1/panels/zonglan/kpi'
let server: TinyServer
const get = (url: string, headers: Record<string, string> = {}) => server.app.inject({ url, headers })

beforeAll(async () => {
  pictureFaces()
  const pack = await readPack('packs/quzhou')
  server = await startTinyServer({ pack, pictures: { fontsDir: PICTURE_FONTS }, now: () => new Date('2022-10-26T01:28:00Z') })
})
afterAll(() => server.app.close())

describe('a picture', () => {
  it.each([
    ['svg', 'image/svg+xml; charset=utf-8', '<svg '],
    ['png', 'image/png', '\u0089PNG'],
    ['csv', 'text/csv; charset=utf-8; header=present', '\u00EF\u00BB\u00BF']
  ])('comes as %s with a strong tag, to any page', async (format, type, begin) => {
    const answer = await get(`${ADDRESS}.${format}`)
    expect([answer.statusCode, answer.headers['content-type'], answer.rawPayload.subarray(0, begin.length).toString('latin1')]).toEqual([200, type, begin])
    expect(answer.headers).toMatchObject({ vary: 'Accept-Encoding', 'cache-control': 'no-cache', 'cross-origin-resource-policy': 'cross-origin' })
    expect(answer.headers['content-security-policy']).toBe("default-src 'none'; style-src 'unsafe-inline'; font-src data:; sandbox")
    const tag = String(answer.headers['etag'])
    expect(tag).toMatch(/^"[\w-]+-identity"$/)
    expect((await get(`${ADDRESS}.${format}`, { 'if-none-match': tag })).statusCode).toBe(304)
    const head = await server.app.inject({ method: 'HEAD', url: `${ADDRESS}.${format}` })
    expect([head.statusCode, head.headers['etag'], head.payload]).toEqual([200, tag, ''])
  })

  it('is compressed with a tag of its own', async () => {
    const [plain, packed] = await Promise.all([get(`${ADDRESS}.svg`), get(`${ADDRESS}.svg`, { 'accept-encoding': 'br' })])
    expect(packed.headers['content-encoding']).toBe('br')
    expect(brotliDecompressSync(packed.rawPayload).equals(plain.rawPayload)).toBe(true)
    expect(packed.headers['etag']).not.toBe(plain.headers['etag'])
    expect((await get(`${ADDRESS}.png`, { 'accept-encoding': 'br' })).headers['content-encoding']).toBeUndefined()
  })

  it('has the width, the theme and the region that are asked for', async () => {
    const svg = (await get(`${ADDRESS}.svg?width=360&theme=ink&region=330881`)).payload
    expect(svg).toMatch(/^<svg [^>]* width="360" /)
    expect(svg).toContain('fill="#0a171e"')
    const png = (await get(`${ADDRESS}.png?width=500`)).rawPayload
    expect(png.readUInt32BE(16)).toBe(500)
  })

  it('is the same in another process', async () => {
    const other = await startTinyServer({
      pack: await readPack('packs/quzhou'),
      pictures: { fontsDir: PICTURE_FONTS },
      now: () => new Date('2022-10-26T01:28:00Z')
    })
    const pairs = await Promise.all(
      PICTURE_FORMATS.map(async (format) => [await get(`${ADDRESS}.${format}`), await other.app.inject(`${ADDRESS}.${format}`)] as const)
    )
    await other.app.close()
    expect(pairs.map(([a, b]) => a.rawPayload.equals(b.rawPayload))).toEqual([true, true, true])
  })
})

describe('a period', () => {
  it.each(PICTURE_FORMATS)('that the panel does not have is no other one’s picture: .%s', async (format) => {
    const answers = await Promise.all(['2031-01', '1999'].map((period) => get(`/api/v1/panels/zonglan/services.${format}?period=${period}`)))
    expect(answers.map((one) => [one.statusCode, one.headers['content-type'], one.json().detail])).toEqual(
      ['2031-01', '1999'].map((period) => [
        400,
        'application/problem+json; charset=utf-8',
        `period 本面板没有 ${period} 的月度或逐日数据，只有 2021-11 至 2022-10`
      ])
    )
  })

  it.each(['zonglan/services.csv?period=2022-06', 'zonglan/services.csv?period=2022', 'zonglan/results.csv?period=1999'])(
    'that it has, or that nothing in it depends on, is taken: %s',
    async (address) => expect((await get(`/api/v1/panels/${address}`)).statusCode).toBe(200)
  )
})

describe('errors', () => {
  it.each([
    ['?width=239', 400, 'width 须为 240 到 4096 的整数'],
    ['?width=4097', 400, 'width 须为 240 到 4096 的整数'],
    ['?width=8e2', 400, 'width 须为 240 到 4096 的整数'],
    ['?theme=blue', 400, 'theme 须为 ink、hong、paper 之一'],
    ['?region=33', 400, 'region 须为六位行政区划代码，如 330803'],
    ['?metric=nope', 400, 'metric 本面板没有指标 nope'],
    ['?period=2022-13', 400, 'period 须为年、月或日，如 2022、2022-09、2022-09-01'],
    ['?release=0', 400, 'release 须为版本号，如 3'],
    ['?release=999', 404, '版本 999'],
    ['?region=110000', 404, '地区 110000']
  ])('%s: %i %s', async (query, status, detail) => {
    const answer = await get(`${ADDRESS}.png${query}`)
    expect([answer.statusCode, answer.headers['content-type'], answer.json().detail]).toEqual([status, 'application/problem+json; charset=utf-8', detail])
  })

  it('name a panel that is not there, and a method that is not taken', async () => {
    expect((await get('/api/v1/panels/zonglan/nope.svg')).json()).toMatchObject({ status: 404, detail: '面板 nope' })
    const answer = await server.app.inject({ method: 'POST', url: `${ADDRESS}.svg` })
    expect([answer.statusCode, answer.headers['allow']]).toEqual([405, 'GET, HEAD'])
  })
})

describe('a frozen release', () => {
  it('never changes, and tells of the latest one', async () => {
    const addresses = PICTURE_FORMATS.map((format) => `${ADDRESS}.${format}?release=1&width=640`)
    const before = await Promise.all(addresses.map((url) => get(url)))
    const { observations } = ObservationsAnswer.parse((await get('/api/v1/observations?indicator=xxt.members&refArea=330800')).json())
    const [figure] = observations.map(({ release: _old, ...rest }): ObservationInput => rest)
    if (figure === undefined) throw new Error('the test has no figure')
    for (const step of Array.from({ length: 10 }, (_, index) => index))
      await server.publisher.publish({ note: '更正', source: '统战部', observations: [{ ...figure, obsValue: String(31_000 + step * 100) }] })
    await vi.waitFor(async () => expect((await get('/api/v1/pack')).json()).toMatchObject({ release: 11 }), { timeout: 25_000, interval: 200 })
    const after = await Promise.all(addresses.map((url) => get(url)))
    expect(after.map(({ rawPayload }, index) => rawPayload.equals(before[index]?.rawPayload ?? Buffer.alloc(0)))).toEqual([true, true, true])
    expect(before.map(({ headers }) => headers['link'])).toEqual([undefined, undefined, undefined])
    expect(after[0]?.headers['link']).toBe(`<${ADDRESS}.svg?width=640>; rel="latest-version"`)
    const latest = await get(`${ADDRESS}.csv`)
    expect(latest.payload).toContain('31900')
    expect(latest.headers['link']).toBeUndefined()
  })
})

describe('the busy server', () => {
  it('refuses what it has no time for, and says when to come again', async () => {
    const busy = await startTinyServer({ pack: await readPack('packs/quzhou'), pictures: { fontsDir: PICTURE_FONTS, queue: 1 } })
    const answers = await Promise.all([500, 501, 502].map((width) => busy.app.inject(`${ADDRESS}.svg?width=${width}`)))
    await busy.app.close()
    const refused = answers.filter(({ statusCode }) => statusCode === 503)
    expect(refused).toHaveLength(2)
    expect(refused[0]?.headers['retry-after']).toBe('5')
    expect(refused[0]?.json()).toMatchObject({ title: '暂时做不过来', status: 503 })
  })
})

it('is in the description of the API', () => {
  expect(Object.keys(openApiDocument()['paths'] as object)).toEqual(
    expect.arrayContaining(PICTURE_FORMATS.map((format) => `/api/v1/panels/{scene}/{panel}.${format}`))
  )
})
