import type { Area, Line, Polygon } from './geometry.ts'

// ECharts' compressed maps: each ring is a string of zigzag deltas on a grid of 1/1024 degree.
const GRID = 1024
const BASE = 64
const CALL = /registerMap\('[^']*',\s*(\{[\s\S]*"UTF8Encoding":\s*true\s*\})\s*\)/

type Offset = readonly [number, number]
type Encoded =
  | { type: 'Polygon'; coordinates: string[]; encodeOffsets: Offset[] }
  | { type: 'MultiPolygon'; coordinates: string[][]; encodeOffsets: Offset[][] }
type EncodedMap = {
  features: { id: string; properties: { name: string }; geometry: Encoded }[]
}

/** Reads the `registerMap(name, {...})` call of an ECharts map script; throws when there is none. */
export function decodeMapScript(script: string): Area[] {
  const json = CALL.exec(script)?.[1]
  if (json === undefined) throw new Error('地图脚本中没有 UTF8Encoding 格式的 registerMap 数据')
  const map = JSON.parse(json) as EncodedMap
  return map.features.map(({ id, properties, geometry }) => ({
    code: id,
    name: properties.name,
    polygons: decodePolygons(geometry)
  }))
}

function decodePolygons(geometry: Encoded): Polygon[] {
  return geometry.type === 'Polygon'
    ? [decodeRings(geometry.coordinates, geometry.encodeOffsets)]
    : geometry.coordinates.map((rings, i) => decodeRings(rings, geometry.encodeOffsets[i] ?? []))
}

function decodeRings(rings: readonly string[], offsets: readonly Offset[]): Polygon {
  return rings.map((ring, i) => decodeRing(ring, offsets[i] ?? [0, 0]))
}

/** Exported for its test: one ring of `x,y` delta pairs, starting at `offset` in grid units. */
export function decodeRing(ring: string, offset: Offset): Line {
  const line: [number, number][] = []
  let [x, y] = offset
  for (let i = 0; i + 1 < ring.length; i += 2) {
    x += zigzag(ring.charCodeAt(i) - BASE)
    y += zigzag(ring.charCodeAt(i + 1) - BASE)
    line.push([x / GRID, y / GRID])
  }
  const [first] = line
  const last = line.at(-1)
  if (first && last && (first[0] !== last[0] || first[1] !== last[1])) line.push(first)
  return line
}

function zigzag(value: number): number {
  return (value >> 1) ^ -(value & 1)
}
