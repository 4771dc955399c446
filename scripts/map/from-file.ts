import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { compileBoundaries } from './compile-boundaries.ts'
import { MapError } from './map-error.ts'
import { officialSection } from './map-section.ts'
import { officialAreas } from './official-areas.ts'
import { oldContext } from './pack-folder.ts'
import type { PackFolder } from './pack-folder.ts'

type OfficialFile = {
  readonly file: string
  readonly reviewNo: string
  readonly source: string | undefined
  readonly terms: string | undefined
}

/** The official map: shapes from the file, neighbours kept from the boundary file that is in place. */
export async function fromFile({ folder, root, children }: PackFolder, official: OfficialFile) {
  const areas = officialAreas(await readText(official.file), basename(official.file), children)
  const context = await oldContext(folder)
  const boundaries = await compileBoundaries({ root, areas, context: async () => context })
  return { boundaries, areas, section: officialSection(official) }
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch {
    throw new MapError(`${basename(file)}：读不到文件（规则：给出边界文件的路径）`)
  }
}
