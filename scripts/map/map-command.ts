import { join } from 'node:path'
import { areaKm2 } from './area-km2.ts'
import { isArea } from './boundary-features.ts'
import { sizesOf } from './boundary-sizes.ts'
import { fromFile } from './from-file.ts'
import { fromNpm } from './from-npm.ts'
import { polygonsOf } from './geometry.ts'
import type { Area } from './geometry.ts'
import type { Boundaries } from './boundary-features.ts'
import { mapArguments } from './map-arguments.ts'
import { BOUNDARY_FILE } from './map-section.ts'
import { openPack, savePack } from './pack-folder.ts'

/** Runs `npm run map`; returns the lines to print, throws a MapError for the operator's mistakes. */
export async function mapCommand(argv: readonly string[], packs: string): Promise<string[]> {
  const given = mapArguments(argv)
  const pack = await openPack(join(packs, given.pack))
  const result = given.fromNpm ? await fromNpm(pack) : await fromFile(pack, given)
  const { packJsonWritten } = await savePack(pack.folder, result)
  const section = JSON.stringify(result.section, null, 2)
  return [
    ...report(result.boundaries, result.areas),
    packJsonWritten ? '已更新 pack.json 的 map。' : `pack.json 还不存在，未写入；建立后请加上 "map": ${section}`
  ]
}

function report(boundaries: Boundaries, before: readonly Area[]): string[] {
  const { areas, file, brotli } = sizesOf(boundaries)
  const changes = boundaries.features.filter(isArea).map(({ properties, geometry }) => {
    const original = before.find(({ code }) => code === properties.code)?.polygons ?? []
    const change = areaKm2(polygonsOf(geometry)) / areaKm2(original) - 1
    return `${properties.name} ${(change * 100).toFixed(2)}%`
  })
  return [`已写入 ${BOUNDARY_FILE}：${file} 字节，brotli ${brotli} 字节，其中各区划 ${areas} 字节。`, `面积变化：${changes.join('，')}。`]
}
