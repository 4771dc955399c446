import { describe, expect, it } from 'vitest'
import { officialAreas } from './official-areas.ts'

const CHILDREN = [
  { code: '330881', name: '江山市' },
  { code: '330825', name: '龙游县' }
]
const RING = [
  [118, 28],
  [119, 28],
  [119, 29],
  [118, 28]
]
const polygon = (...rings: unknown[]) => ({ type: 'Polygon', coordinates: rings })
const feature = (properties: object, geometry: unknown = polygon(RING)) => ({ type: 'Feature', properties, geometry })
const JIANGSHAN = feature({ name: '江山市', gb: '156330881' })
const LONGYOU = feature({ adcode: 330825 })

function read(...features: unknown[]) {
  return officialAreas(JSON.stringify({ type: 'FeatureCollection', features }), 'a.geojson', CHILDREN)
}
const jiangshanWith = (geometry: unknown) => () => read(LONGYOU, feature({ gb: '156330881' }, geometry))

describe('official boundary files', () => {
  it('match by code with or without the country, or by name; others are ignored', () => {
    const other = feature({ name: '玉山县', gb: '156361123' }, null)
    const codes = (...features: unknown[]) => read(...features).map(({ code }) => code)
    expect(codes(other, JIANGSHAN, LONGYOU)).toEqual(['330881', '330825'])
    expect(codes(feature({ name: '江山市' }), { ...feature({}), id: '330825' })).toEqual(['330881', '330825'])
  })

  it('let the code decide over the name, and take the name from the pack', () => {
    const areas = read(feature({ name: '旧名', code: '330881' }), LONGYOU)
    expect(areas[0]).toMatchObject({ code: '330881', name: '江山市' })
  })

  it('may start with a byte order mark, carry heights and have several parts', () => {
    const high = { type: 'MultiPolygon', coordinates: [[RING.map((p) => [...p, 12])], [RING]] }
    const file = { type: 'FeatureCollection', features: [feature({ gb: '156330881' }, high), LONGYOU] }
    const [area] = officialAreas(`\uFEFF${JSON.stringify(file)}`, 'a.geojson', CHILDREN)
    expect(area?.polygons).toEqual([[RING], [RING]])
  })

  it.each([
    ['{', 'a.geojson：不是有效的 JSON'],
    ['{"type":"Feature"}', 'a.geojson：最外层不是要素集合（规则：type 须为 FeatureCollection 且有 features）']
  ])('refuse the file %s', (text, sentence) => {
    expect(() => officialAreas(text, 'a.geojson', CHILDREN)).toThrow(sentence)
  })

  it('refuse a missing and a doubled region', () => {
    expect(() => read(JIANGSHAN)).toThrow('a.geojson：缺少要素“龙游县”（330825）')
    expect(() => read(JIANGSHAN, LONGYOU, JIANGSHAN)).toThrow('a.geojson：第3个要素“江山市”：区划 330881 与第1个要素重复')
  })

  it.each([
    [polygon(RING.slice(0, 3)), '外环只有3个坐标（规则：至少4个）'],
    [polygon([...RING.slice(0, 3), [118, 28.1]]), '外环未闭合（规则：首尾坐标须相同）'],
    [polygon(RING, [...RING.slice(0, 3), [118, 28.1]]), '第1个内环未闭合（规则：首尾坐标须相同）'],
    [polygon([RING[0], RING[1], RING[1], RING[0]]), '外环面积为零（规则：面积须大于零）'],
    [polygon(RING.map(([lon = 0, lat = 0]) => [lat, lon])), '外环的坐标 [28,118] 不是经纬度'],
    [polygon([...RING.slice(0, 2), ['119', null], RING[0]]), '外环的坐标 ["119",null] 不是经纬度'],
    [polygon(), '没有坐标（规则：至少一个外环）'],
    [{ type: 'MultiPolygon', coordinates: [] }, '没有坐标（规则：至少一个外环）'],
    [{ type: 'Polygon' }, '的坐标结构有误'],
    [{ type: 'LineString', coordinates: RING }, '几何类型是“LineString”（规则：须为 Polygon 或 MultiPolygon）'],
    [null, '几何类型是“undefined”']
  ])('refuse the geometry %j', (geometry, sentence) => {
    expect(jiangshanWith(geometry)).toThrow('a.geojson：第2个要素“江山市”')
    expect(jiangshanWith(geometry)).toThrow(sentence)
  })
})
