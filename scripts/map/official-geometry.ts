import type { Line, Polygon, Position } from './geometry.ts'
import { MapError } from './map-error.ts'
import { planarArea } from './planar-area.ts'

const LEAST_POSITIONS = 4

/** Checks a feature's geometry ring by ring; `where` names file and feature in the sentence. */
export function officialPolygons(geometry: unknown, where: string): Polygon[] {
  const { type, coordinates } = asRecord(geometry)
  if (type !== 'Polygon' && type !== 'MultiPolygon') {
    throw new MapError(`${where}：几何类型是“${String(type)}”（规则：须为 Polygon 或 MultiPolygon）`)
  }
  const polygons = type === 'Polygon' ? [coordinates] : asArray(coordinates, where)
  if (polygons.length === 0) throw new MapError(`${where}：没有坐标（规则：至少一个外环）`)
  return polygons.map((rings) => polygon(rings, where))
}

function polygon(rings: unknown, where: string): Polygon {
  const list = asArray(rings, where)
  if (list.length === 0) throw new MapError(`${where}：没有坐标（规则：至少一个外环）`)
  return list.map((ring, i) => checkedRing(ring, `${where}：${i === 0 ? '外环' : `第${i}个内环`}`))
}

function checkedRing(value: unknown, where: string): Line {
  const ring = asArray(value, where).map((item) => position(item, where))
  const [first, last] = [ring[0], ring.at(-1)]
  if (ring.length < LEAST_POSITIONS) {
    throw new MapError(`${where}只有${ring.length}个坐标（规则：至少${LEAST_POSITIONS}个）`)
  }
  if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) {
    throw new MapError(`${where}未闭合（规则：首尾坐标须相同）`)
  }
  if (planarArea(ring) === 0) throw new MapError(`${where}面积为零（规则：面积须大于零）`)
  return ring
}

function position(value: unknown, where: string): Position {
  const [lon, lat] = asArray(value, where)
  if (typeof lon === 'number' && typeof lat === 'number' && Math.abs(lon) <= 180 && Math.abs(lat) <= 90) {
    return [lon, lat]
  }
  throw new MapError(`${where}的坐标 ${JSON.stringify(value)} 不是经纬度（规则：经度 -180 到 180，纬度 -90 到 90，先经度后纬度）`)
}

function asArray(value: unknown, where: string): unknown[] {
  if (Array.isArray(value)) return value
  throw new MapError(`${where}的坐标结构有误（规则：须为 GeoJSON 的坐标数组）`)
}

export function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}
