import { describe, expect, it } from 'vitest'
import { decodeMapScript, decodeRing } from './decode.ts'

// zigzag(1) = 2 -> 'B', zigzag(-1) = 1 -> 'A', 0 -> '@'
const SQUARE = '@@B@@BA@@A'

describe('ECharts map scripts', () => {
  it('decode deltas on the 1/1024 degree grid', () => {
    const grid = decodeRing(SQUARE, [1024, 2048]).map(([x, y]) => [x * 1024, y * 1024])
    expect(grid).toEqual([
      [1024, 2048],
      [1025, 2048],
      [1025, 2049],
      [1024, 2049],
      [1024, 2048]
    ])
  })

  it('close a ring that the package left open', () => {
    const open = decodeRing('@@B@@B', [0, 0])
    expect(open.at(-1)).toEqual(open[0])
  })

  it('read polygons and multipolygons out of the registerMap call', () => {
    const feature = (id: string, geometry: object) => ({ type: 'Feature', id, properties: { name: id }, geometry })
    const map = {
      type: 'FeatureCollection',
      features: [
        feature('1', { type: 'Polygon', coordinates: [SQUARE], encodeOffsets: [[0, 0]] }),
        feature('2', {
          type: 'MultiPolygon',
          coordinates: [[SQUARE], [SQUARE]],
          encodeOffsets: [[[0, 0]], [[9, 9]]]
        })
      ],
      UTF8Encoding: true
    }
    const script = `(function (a) {echarts.registerMap('某市', ${JSON.stringify(map)});}));`
    const areas = decodeMapScript(script)
    expect(areas.map(({ code, polygons }) => [code, polygons.length])).toEqual([
      ['1', 1],
      ['2', 2]
    ])
  })

  it('say so when there is no such call', () => {
    expect(() => decodeMapScript('echarts.init()')).toThrow('registerMap')
  })
})
