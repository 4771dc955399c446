import { describe, expect, it } from 'vitest'
import type { ObservationInput } from '#contract/observation.ts'
import { memoryStore } from '#server/testing/memory-store.ts'
import { tinyFigure, tinyPack } from '#server/testing/tiny-pack.ts'
import { parsePublishRequest } from './publish-request.ts'
import { createPublisher } from './publisher.ts'

async function withPack() {
  const store = memoryStore()
  const publisher = createPublisher(store, () => new Date('2023-01-01T00:00:00Z'))
  await publisher.installPack(tinyPack())
  const services = async (at = store.releases().length) => (await store.view(at, true)).observations.find(({ indicator }) => indicator === 'services')?.obsValue
  return { store, publisher, services }
}

const publication = (...observations: ObservationInput[]) => ({ note: '更正', source: '统战部', observations })

describe('installPack', () => {
  it('makes release 1 and, unchanged, nothing more', async () => {
    const { store, publisher } = await withPack()
    expect(await publisher.installPack(tinyPack())).toBeUndefined()
    expect(store.releases()).toMatchObject([{ release: 1, publishedAt: '2023-01-01T00:00:00.000Z', observations: 5, hasPack: true }])
  })

  it('keeps what clerks published in between', async () => {
    const { store, publisher, services } = await withPack()
    await publisher.publish(publication(tinyFigure({ obsValue: '200', origin: 'reported' })))
    const pack = tinyPack()
    const next = { ...pack, observations: pack.observations.filter(({ refArea }) => refArea !== '330802') }
    expect(await publisher.installPack(next)).toEqual({ release: 3, observations: 1 })
    expect(await services()).toBe('200')
    expect((await store.view(3, true)).observations.some(({ refArea }) => refArea === '330802')).toBe(false)
    expect((await store.view(2, true)).observations.some(({ refArea }) => refArea === '330802')).toBe(true)
  })

  it('compares with the pack in effect, not with a withdrawn one', async () => {
    const { publisher, services } = await withPack()
    const changed = tinyPack()
    const second = { ...changed, observations: changed.observations.map((o) => (o.indicator === 'services' ? { ...o, obsValue: '168' } : o)) }
    await publisher.installPack(second)
    await publisher.publish({ withdraw: 2 })
    expect(await services()).toBe('167')
    changed.document.info.title = '改名'
    await publisher.installPack({ ...second, document: changed.document })
    expect(await services()).toBe('168')
  })
})

describe('publish', () => {
  it('numbers concurrent publications one after the other', async () => {
    const { publisher } = await withPack()
    const all = await Promise.all(['1', '2', '3'].map((obsValue) => publisher.publish(publication(tinyFigure({ obsValue })))))
    expect(all.map(({ release }) => release)).toEqual([2, 3, 4])
  })

  it.each([
    ['an unknown indicator', tinyFigure({ indicator: 'nope' }), 'observations[0].indicator'],
    ['an unknown area', tinyFigure({ refArea: '110000' }), 'observations[0].refArea'],
    ['a value where there cannot be one', tinyFigure({ obsStatus: 'O' }), 'observations[0].obsValue'],
    ['no value where there must be one', tinyFigure({ obsValue: null }), 'observations[0].obsValue'],
    ['a range upside down', tinyFigure({ bound: 'range', obsValueHigh: '1' }), 'observations[0].obsValueHigh'],
    ['a code that is not listed', tinyFigure({ breakdown: { channel: 'zhangsan' } }), 'observations[0].breakdown.channel']
  ])('refuses %s', async (_name, observation, path) => {
    const { store, publisher } = await withPack()
    await expect(publisher.publish(publication(observation))).rejects.toMatchObject({ status: 400, detail: expect.stringContaining(path) })
    expect(store.releases()).toHaveLength(1)
  })

  it('refuses a figure that stands twice', async () => {
    const { publisher } = await withPack()
    await expect(publisher.publish(publication(tinyFigure(), tinyFigure({ obsValue: '1' })))).rejects.toMatchObject({ status: 400 })
  })

  it('takes a source in free text', async () => {
    const { publisher } = await withPack()
    expect(await publisher.publish(publication(tinyFigure({ source: '县级上报' })))).toEqual({ release: 2, observations: 1 })
  })
})

describe('sums', () => {
  const county = (refArea: string, obsValue: string, more: Partial<ObservationInput> = {}) =>
    tinyFigure({ refArea, scope: '全区', obsValue, origin: 'reported', ...more })
  const total = (more: Partial<ObservationInput> = {}) => tinyFigure({ origin: 'reported', ...more })

  it('names the published figure that the counties no longer add up to', async () => {
    const { store, publisher } = await withPack()
    const refused = publisher.publish(publication(county('330802', '100'), county('330803', '60')))
    await expect(refused).rejects.toMatchObject({
      status: 400,
      detail: '衢州市“services”（全市，2022-10）各地相加与合计不合：分项之和 160 不等于 167；确有原因的，连同合计一起发布，在合计的 sumNote 里写明'
    })
    expect(store.releases()).toHaveLength(1)
  })

  it('counts what was published before', async () => {
    const { publisher } = await withPack()
    await publisher.publish(publication(county('330802', '100')))
    await expect(publisher.publish(publication(county('330803', '68')))).rejects.toMatchObject({ detail: expect.stringContaining('分项之和 168 不等于 167') })
    expect(await publisher.publish(publication(county('330803', '67')))).toMatchObject({ release: 3 })
    await expect(publisher.publish(publication(total({ obsValue: '170' })))).rejects.toMatchObject({
      detail: expect.stringMatching(/^observations\[0]：衢州市“services”.*分项之和 167 不等于 170/)
    })
  })

  it('takes a total that says why it stays open', async () => {
    const { publisher } = await withPack()
    const counties = [county('330802', '100'), county('330803', '60')]
    expect(await publisher.publish(publication(total({ sumNote: '跨县的只计一次' }), ...counties))).toMatchObject({ release: 2 })
  })

  it('holds nobody to demo figures, nor to what it does not touch', async () => {
    const { store, publisher } = await withPack()
    const pack = tinyPack()
    const demo = county('330803', '1', { origin: 'demo', source: 'demo' })
    await publisher.installPack({ ...pack, observations: [...pack.observations, demo] })
    expect(await publisher.publish(publication(county('330802', '100')))).toMatchObject({ release: 3 })
    const open = [...pack.observations, county('330802', '1'), county('330803', '1')]
    await publisher.installPack({ ...pack, observations: open })
    expect(await publisher.publish(publication(tinyFigure({ indicator: 'rate', obsValue: '58' })))).toMatchObject({ release: 5 })
    expect(store.releases()).toHaveLength(5)
  })

  it('holds the codes of a list against the total that they split', async () => {
    const { publisher } = await withPack()
    const pack = tinyPack()
    pack.document.info.codeLists = [{ dimension: 'channel', splits: ['services'], codes: [{ code: 'app', name: '应用' }] }]
    await publisher.installPack(pack)
    const part = (obsValue: string) => publication(tinyFigure({ obsValue, breakdown: { channel: 'app' }, origin: 'reported' }))
    await expect(publisher.publish(part('166'))).rejects.toMatchObject({ detail: expect.stringContaining('按 channel 分项相加与合计不合') })
    expect(await publisher.publish(part('167'))).toMatchObject({ release: 3 })
  })
})

describe('withdraw', () => {
  it('gives way to the older value, and back again', async () => {
    const { publisher, services } = await withPack()
    await publisher.publish(publication(tinyFigure({ obsValue: '200' })))
    await publisher.publish({ withdraw: 2 })
    expect(await services()).toBe('167')
    await publisher.publish({ withdraw: 3 })
    expect(await services()).toBe('200')
    expect(await services(3)).toBe('167')
  })

  it.each([
    [9, 404, '没有第 9 版'],
    [1, 409, '唯一可用的数据包']
  ])('refuses release %i', async (withdraw, status, detail) => {
    const { publisher } = await withPack()
    await expect(publisher.publish({ withdraw })).rejects.toMatchObject({ status, detail: expect.stringContaining(detail) })
  })

  it('refuses what is withdrawn already', async () => {
    const { publisher } = await withPack()
    await publisher.publish(publication(tinyFigure()))
    await publisher.publish({ withdraw: 2 })
    await expect(publisher.publish({ withdraw: 2 })).rejects.toMatchObject({ status: 409 })
  })
})

describe('parsePublishRequest', () => {
  it('lists each bad field in Chinese, the first twenty', () => {
    const bad = publication(...Array.from({ length: 15 }, () => ({ ...tinyFigure(), obsValue: '1,234', refArea: '衢州' })))
    const wanted = { title: '发布内容有 30 处错误', detail: expect.stringMatching(/^observations\[0]\.refArea：须为六位行政区划代码[^]*……另有 10 处$/) }
    expect(() => parsePublishRequest(bad)).toThrow(expect.objectContaining(wanted))
  })

  it.each([[null], ['x'], [[]], [{}], [{ withdraw: '2' }], [{ withdraw: 2, observations: [] }], [{ note: 'a', source: 'b', observations: [] }]])(
    'refuses %j',
    (body) => {
      expect(() => parsePublishRequest(body)).toThrow(expect.objectContaining({ status: 400 }))
    }
  )

  it('refuses what no database keeps as it is', () => {
    const bad = { ...publication(tinyFigure(), tinyFigure({ scope: '全\0市' })), note: '半个\uD83D' }
    expect(() => parsePublishRequest(bad)).toThrow(
      expect.objectContaining({ status: 400, detail: 'note：含有不能保存的字符\nobservations[1].scope：含有不能保存的字符' })
    )
    expect(() => parsePublishRequest({ withdraw: 1, note: '\0' })).toThrow(expect.objectContaining({ status: 400 }))
    expect(parsePublishRequest({ ...publication(tinyFigure()), note: '整个😀' })).toMatchObject({ note: '整个😀' })
  })
})
