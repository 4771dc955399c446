import { jsonObjects, type JsonObject, type JsonString } from './json-strings.ts'
import { firstSceneId, sceneIdOf, type PackFile } from './pack-files.ts'

interface FirstScene {
  readonly id: string | undefined
  readonly indicators: ReadonlySet<unknown>
  /** Its panels' kinds. */
  readonly kinds: ReadonlySet<string>
  readonly dimensions: ReadonlySet<string>
}

/** Long texts that open on demand, and the printed forms, which are the tests' oracle: never part of the first paint. */
const LATER_KEYS: ReadonlySet<string> = new Set(['note', 'definition', 'printed', 'display'])
const ALWAYS_FILES: ReadonlySet<string> = new Set(['pack.json', 'regions.json', 'boundaries.geo.json'])

const neededIndicators = (scene: unknown): Set<unknown> => new Set([...jsonObjects(scene)].flatMap((object) => object.indicator ?? []))

const textsAt = (objects: readonly JsonObject[], key: string): string[] => objects.map((object) => object[key]).filter((text) => typeof text === 'string')

/** The lists whose names the scene shows: what its needs are divided by, and what its indicators take their values from. */
function usedDimensions(files: readonly PackFile[], scene: unknown, indicators: ReadonlySet<unknown>): Set<string> {
  const listed = files.filter((file) => file.path === 'indicators.json').flatMap((file) => [...jsonObjects(file.json)])
  const coded = listed.filter((object) => indicators.has(object.id))
  return new Set([...textsAt([...jsonObjects(scene)], 'by'), ...textsAt(coded, 'valueList')])
}

export const findFirstScene = (files: readonly PackFile[]): FirstScene => {
  const id = firstSceneId(files)
  const scene = files.find((file) => id !== undefined && sceneIdOf(file.path) === id)
  const indicators = neededIndicators(scene?.json)
  const kinds = new Set(textsAt([...jsonObjects(scene?.json)], 'kind'))
  return { id, indicators, kinds, dimensions: usedDimensions(files, scene?.json, indicators) }
}

/** What an object says about its strings; undefined when it leaves that to the file. */
const belongsToFirst = (object: JsonObject, scene: FirstScene): boolean | undefined => {
  if (object.indicator !== undefined) return scene.indicators.has(object.indicator)
  if (object.unitMeasure !== undefined) return scene.indicators.has(object.id ?? object.code)
  if (typeof object.dimension === 'string') return scene.dimensions.has(object.dimension)
  if (object.theme !== undefined) return object.theme === scene.id
  return undefined
}

/** The navigation on the first scene names all the others, by their short titles where they have one. */
const isNavigation = ({ keys, holders }: JsonString): boolean =>
  keys.length === 1 && (keys[0] === 'shortTitle' || (keys[0] === 'title' && holders[0]?.shortTitle === undefined))

/** Whether the first scene can paint this string of this file. */
export const isFirst = (path: string, string: JsonString, scene: FirstScene): boolean => {
  const sceneId = sceneIdOf(path)
  if (sceneId !== undefined) return sceneId === scene.id || isNavigation(string)
  if (string.keys.some((key) => LATER_KEYS.has(key))) return false
  const said = string.holders.map((holder) => belongsToFirst(holder, scene)).filter((answer) => answer !== undefined)
  return said.at(-1) ?? ALWAYS_FILES.has(path)
}
