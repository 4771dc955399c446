import { areaKm2 } from './area-km2.ts'
import type { Area } from './geometry.ts'
import { MapError } from './map-error.ts'

/** Share by which simplification may change a county's area. */
const AREA_TOLERANCE = 0.02

/** Throws when an area was lost or changed its size by more than the tolerance. */
export function checkAreas(before: readonly Area[], after: readonly Area[]): void {
  for (const { code, name, polygons } of before) {
    const kept = after.find((area) => area.code === code)?.polygons ?? []
    const change = Math.abs(areaKm2(kept) / areaKm2(polygons) - 1)
    if (!(change <= AREA_TOLERANCE)) {
      throw new MapError(`“${name}”（${code}）：简化后面积变化${(change * 100).toFixed(1)}%（规则：不超过${AREA_TOLERANCE * 100}%）`)
    }
  }
}
