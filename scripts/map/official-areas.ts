import type { Area } from './geometry.ts'
import { MapError } from './map-error.ts'
import { asRecord, officialPolygons } from './official-geometry.ts'
import type { Region } from './pack-folder.ts'

// 天地图 writes `gb` with the country's 156 in front; others write adcode, code or the feature's id.
const CODE_KEYS = ['gb', 'adcode', 'code'] as const
const COUNTRY = /^156(?=\d{6}$)/

type Found = { readonly area: Area; readonly index: number }

/** The pack's regions out of an official GeoJSON file, by code or, in a file without codes, by name; others are ignored. */
export function officialAreas(text: string, file: string, children: readonly Region[]): Area[] {
  const found = new Map<string, Found>()
  readFeatures(text, file).forEach((feature, i) => {
    const region = regionOf(feature, children)
    if (!region) return
    const where = `${file}：第${i + 1}个要素“${region.name}”`
    const before = found.get(region.code)
    if (before) {
      throw new MapError(`${where}：区划 ${region.code} 与第${before.index + 1}个要素重复（规则：每个下级区划恰好一个要素）`)
    }
    const polygons = officialPolygons(asRecord(feature).geometry, where)
    found.set(region.code, { area: { code: region.code, name: region.name, polygons }, index: i })
  })
  // In the pack's order, so the order of the file does not change the result.
  return children.map(({ code, name }) => {
    const one = found.get(code)
    if (one) return one.area
    throw new MapError(`${file}：缺少要素“${name}”（${code}）（规则：每个下级区划恰好一个要素）`)
  })
}

function readFeatures(text: string, file: string): unknown[] {
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw new MapError(`${file}：不是有效的 JSON（规则：须为 UTF-8 编码的 GeoJSON）`)
  }
  const { type, features } = asRecord(json)
  if (type === 'FeatureCollection' && Array.isArray(features)) return features
  throw new MapError(`${file}：最外层不是要素集合（规则：type 须为 FeatureCollection 且有 features）`)
}

function regionOf(feature: unknown, children: readonly Region[]): Region | undefined {
  const { properties, id } = asRecord(feature)
  const known = asRecord(properties)
  const code = [...CODE_KEYS.map((key) => known[key]), id].map(codeOf).find((one) => one !== '')
  return code === undefined ? children.find(({ name }) => name === nameOf(known.name)) : children.find((region) => region.code === code)
}

function codeOf(value: unknown): string {
  const digits = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : ''
  return /^\d{6,9}$/.test(digits) ? digits.replace(COUNTRY, '') : ''
}

function nameOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : ''
}
