import { expect, it } from 'vitest'
import { rankedIndicators } from '#contract/hide-ranks.ts'
import { readPack } from '#server/pack/read-pack.ts'
import { createPublisher } from '#server/release/publisher.ts'
import { createRepository } from '#server/repository.ts'
import { memoryStore } from '#server/testing/memory-store.ts'

const COUNTIES = ['330802', '330803', '330822', '330824', '330825', '330881']

it('hides ranks for every root: a level down there is no score either, and each town has its changes', async () => {
  const town = (code: string, index: number) => ({ code, name: `镇${index}`, level: 'county' as const, parent: '330881', wholeScope: '全镇' })
  const towns = ['330891', '330892'].map(town)
  const pack = await readPack('packs/quzhou')
  const inputs = rankedIndicators(pack.document.indicators)
  const points = pack.observations.filter((o) => inputs.has(o.indicator) && o.refArea === '330881')
  const below = {
    document: { ...pack.document, regions: [...pack.document.regions, ...towns] },
    observations: [...pack.observations, ...towns.flatMap(({ code }) => points.map((o) => ({ ...o, refArea: code, scope: '全镇' })))]
  }
  const store = memoryStore()
  await createPublisher(store).installPack(below)
  const { scene } = createRepository(store, { demo: true, hideRanks: true, version: '' })
  const ids = async (root: string) =>
    (await scene({ id: 'liangshai', root, region: undefined })).observations.filter(({ indicator }) => indicator.startsWith('ls.'))
  const [all, town1] = [await ids('330800'), await ids('330881')]
  for (const found of [all, town1]) expect(found.every(({ indicator }) => indicator.endsWith('.change'))).toBe(true)
  expect([...new Set(town1.map(({ refArea }) => refArea))]).toEqual(['330891', '330892'])
  expect([...new Set(all.map(({ refArea }) => refArea))]).toEqual(COUNTIES)
})
