import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { areaKm2 } from './area-km2.ts'
import { isContext } from './boundary-features.ts'
import type { Boundaries, ContextFeature } from './boundary-features.ts'
import type { Area } from './geometry.ts'
import { MapError } from './map-error.ts'
import { BOUNDARY_FILE } from './map-section.ts'
import type { MapSection } from './map-section.ts'
import { replaceMapSection, rootOf } from './replace-map-section.ts'
import { writeFiles } from './write-files.ts'

export type Region = { readonly code: string; readonly name: string; readonly parent?: string }
export type PackFolder = {
  readonly folder: string
  readonly root: Region
  readonly children: readonly Region[]
}

// Until a pack.json says otherwise.
const DEFAULT_ROOT = '330800'

export async function openPack(folder: string): Promise<PackFolder> {
  const regions = await readJson<Region[]>(join(folder, 'regions.json'))
  if (!regions) throw new MapError(`${basename(folder)}：没有 regions.json（规则：先在包里列出区划）`)
  const packJson = await readText(join(folder, 'pack.json'))
  const code = (packJson && rootOf(packJson)) ?? DEFAULT_ROOT
  const root = regions.find((region) => region.code === code)
  const children = regions.filter((region) => region.parent === code)
  if (root && children.length > 0) return { folder, root, children }
  throw new MapError(`regions.json：没有根区划 ${code} 及其下级（规则：pack.json 的 root 须在其中）`)
}

/**
 * The neighbours' names from the boundary file in place: a city's official file does not contain them. Their lines stay
 * behind: they were never reviewed, and the screen will show a review number.
 */
export async function oldContext(folder: string): Promise<readonly ContextFeature[]> {
  const old = await readJson<Boundaries>(join(folder, BOUNDARY_FILE))
  return old?.features.filter(isContext).filter(({ properties }) => properties.kind === 'neighbour-label') ?? []
}

/**
 * Writes boundaries, the areas before simplification (the tests' oracle) and pack.json's `map`, which is read again
 * here because fetching takes a while. Says whether there was a pack.json.
 */
export async function savePack(
  folder: string,
  result: { boundaries: Boundaries; areas: readonly Area[]; section: MapSection }
): Promise<{ packJsonWritten: boolean }> {
  const packPath = join(folder, 'pack.json')
  const packJson = await readText(packPath)
  const files = [
    { path: join(folder, BOUNDARY_FILE), text: `${JSON.stringify(result.boundaries)}\n` },
    { path: join(folder, 'map-original-areas.json'), text: originalAreas(result.areas) }
  ]
  if (packJson !== undefined) {
    files.push({ path: packPath, text: replaceMapSection(packJson, result.section) })
  }
  await writeFiles(files)
  return { packJsonWritten: packJson !== undefined }
}

function originalAreas(areas: readonly Area[]): string {
  const rows = areas.map(({ code, polygons }) => [code, Number(areaKm2(polygons).toFixed(3))] as const)
  const sorted = rows.sort(([a], [b]) => a.localeCompare(b, 'en'))
  return `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`
}

async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

async function readJson<T>(path: string): Promise<T | undefined> {
  const text = await readText(path)
  if (text === undefined) return undefined
  try {
    return JSON.parse(text) as T
  } catch {
    throw new MapError(`${basename(path)}：不是有效的 JSON（规则：UTF-8 编码的 JSON 文件）`)
  }
}
