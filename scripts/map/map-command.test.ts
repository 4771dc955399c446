import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isArea, isContext } from './boundary-features.ts'
import type { Boundaries } from './boundary-features.ts'
import { isInside } from './distance.ts'
import { polygonsOf } from './geometry.ts'
import { mapCommand } from './map-command.ts'

const REAL = fileURLToPath(new URL('../../packs/quzhou/', import.meta.url))
const REVIEW = ['--review-no', 'GS(2024)0650号', '--source', '天地图', '--terms', '按网站规定']
const CODES = ['330802', '330803', '330822', '330824', '330825', '330881']
const PACK_JSON = { id: 'quzhou', root: '330800', map: { file: 'old' }, scenes: ['zonglan'] }

let packs: string
beforeEach(async () => {
  packs = await mkdtemp(join(tmpdir(), 'map-test-'))
  const only = ['', 'regions.json', 'boundaries.geo.json'].map((name) => join(REAL, name))
  await cp(REAL, join(packs, 'quzhou'), { recursive: true, filter: (path) => only.includes(path) })
  await writeFile(join(packs, 'quzhou', 'pack.json'), `${JSON.stringify(PACK_JSON, null, 2)}\n`)
})
afterEach(() => rm(packs, { recursive: true }))

const inPack = (name: string) => readFile(join(packs, 'quzhou', name), 'utf8')
const boundariesInPack = async () => JSON.parse(await inPack('boundaries.geo.json')) as Boundaries

/** Six tiles of .4 x .3 degrees, three in a row, with more points on their edges than the screen needs. */
function tiles(size = 40): { type: string; features: object[] } {
  const features = CODES.map((code, i) => {
    const [west, south] = [118 + (i % 3) * 0.4, 28.5 + Math.floor(i / 3) * 0.3]
    const side = Array.from({ length: size }, (_, step) => step / size)
    const unit = [...side.map((t) => [t, 0]), ...side.map((t) => [1, t]), ...side.map((t) => [1 - t, 1])]
    const ring = [...unit, ...side.map((t) => [0, 1 - t]), [0, 0]]
    const coordinates = [ring.map(([x = 0, y = 0]) => [west + x * 0.4, south + y * 0.3])]
    return { type: 'Feature', properties: { gb: `156${code}` }, geometry: { type: 'Polygon', coordinates } }
  })
  return { type: 'FeatureCollection', features: features.reverse() }
}

async function swap(file: unknown, options: readonly string[] = REVIEW): Promise<string[]> {
  const path = join(packs, '边界.geojson')
  await writeFile(path, JSON.stringify(file))
  return mapCommand([path, ...options], packs)
}

describe('swapping in an official file', () => {
  it('rebuilds areas, outline, echo lines and labels, and keeps of the neighbours only the names', async () => {
    const before = await boundariesInPack()
    const lines = await swap(tiles())
    expect(lines.join()).toContain('已更新 pack.json 的 map。')
    const after = await boundariesInPack()
    const areas = after.features.filter(isArea)
    expect(areas.map(({ properties }) => properties.code)).toEqual(CODES)
    expect(areas.map(({ properties }) => properties.name)).toContain('龙游县')
    for (const { properties, geometry } of areas) {
      expect(isInside(properties.labelPoint, polygonsOf(geometry))).toBe(true)
    }
    const kinds = after.features.map(({ properties }) => properties.kind)
    expect(kinds.filter((kind) => kind === 'echo')).toHaveLength(6)
    expect(kinds.filter((kind) => kind === 'outline')).toHaveLength(1)
    const kept = before.features.filter(isContext).filter(({ properties }) => properties.kind === 'neighbour-label')
    expect(kept).toHaveLength(6)
    expect(after.features.filter(isContext)).toEqual(kept)
  })

  it('writes the review number and terms into pack.json and keeps its other keys', async () => {
    await swap(tiles())
    const map = {
      file: 'boundaries.geo.json',
      schematic: false,
      reviewNo: 'GS(2024)0650号',
      source: '天地图',
      terms: '按网站规定'
    }
    expect(await inPack('pack.json')).toBe(`${JSON.stringify({ ...PACK_JSON, map }, null, 2)}\n`)
    const originals = JSON.parse(await inPack('map-original-areas.json')) as object
    expect(Object.keys(originals)).toEqual(CODES)
  })

  it('prints the section when there is no pack.json yet', async () => {
    await rm(join(packs, 'quzhou', 'pack.json'))
    const lines = await swap(tiles())
    expect(lines.at(-1)).toContain('pack.json 还不存在')
    expect(lines.at(-1)).toContain('"reviewNo": "GS(2024)0650号"')
    expect(await readdir(join(packs, 'quzhou'))).not.toContain('pack.json')
  })

  it('leaves everything as it was when the file is wrong, and no draft behind', async () => {
    const before = [await inPack('boundaries.geo.json'), await inPack('pack.json')]
    const { features } = tiles()
    await expect(swap({ type: 'FeatureCollection', features: features.slice(1) })).rejects.toThrow('边界.geojson：缺少要素“江山市”（330881）')
    await expect(swap(tiles(), [])).rejects.toThrow('缺少 --review-no')
    await expect(swap(tiles(), [...REVIEW, '--pack', 'lishui'])).rejects.toThrow('没有 regions.json')
    await expect(mapCommand(['没有.geojson', ...REVIEW], packs)).rejects.toThrow('没有.geojson：读不到文件')
    expect([await inPack('boundaries.geo.json'), await inPack('pack.json')]).toEqual(before)
    expect((await readdir(join(packs, 'quzhou'))).sort()).toEqual(['boundaries.geo.json', 'pack.json', 'regions.json'])
  })

  it('refuses a shape that simplification would lose', async () => {
    const file = tiles()
    const sliver = [118.1, 28.6, 118.1001, 28.6, 118.1001, 28.6001]
    const ring = [sliver.slice(0, 2), sliver.slice(2, 4), sliver.slice(4), sliver.slice(0, 2)]
    const geometry = { type: 'Polygon', coordinates: [ring] }
    file.features[0] = { type: 'Feature', properties: { gb: '156330881' }, geometry }
    await expect(swap(file)).rejects.toThrow(/“江山市”（330881）：简化后面积变化[\d.]+%（规则：不超过2%）/)
  })
})

describe('--from-npm', () => {
  it('knows its cities only', async () => {
    await writeFile(join(packs, 'quzhou', 'pack.json'), JSON.stringify({ root: '330000' }))
    await expect(mapCommand(['--from-npm'], packs)).rejects.toThrow('--from-npm 没有“浙江省”（330000）的来源')
  })
})
