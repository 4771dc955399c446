import { findFirstScene, isFirst } from './first-scene.ts'
import { jsonStrings, type JsonString } from './json-strings.ts'
import { readPackFiles, sceneIdOf } from './pack-files.ts'
import type { PaintedText } from './painted-text.ts'

/**
 * The rule for bold: a string under one of these keys is painted bold somewhere (titles, names, labels).
 * The sources, the map's terms and the boundaries' own names are small print and never bold.
 */
const BOLD_KEYS: ReadonlySet<string> = new Set(['product', 'title', 'shortTitle', 'name', 'shortName', 'label', 'centre', 'here'])
const SMALL_PRINT: ReadonlySet<string> = new Set(['sources', 'source', 'map', 'properties'])
/** The rule for the serif: the product and the scenes, by their titles at the top of their files, and what a panel's options call `display`. */
const TITLE_KEYS: ReadonlySet<string> = new Set(['product', 'title', 'shortTitle'])

const isBold = ({ keys }: JsonString): boolean => !keys.some((key) => SMALL_PRINT.has(key)) && BOLD_KEYS.has(keys.at(-1) ?? '')

const isTitle = (path: string, { keys }: JsonString): boolean =>
  ((path === 'pack.json' || sceneIdOf(path) !== undefined) && keys.length === 1 && TITLE_KEYS.has(keys[0] ?? '')) || keys.at(-1) === 'display'

/** Headings outside of the scenes: other pages set them in the serif, or small. */
const OUTSIDE: ReadonlySet<string> = new Set(['caption', 'brief'])
const isOutside = ({ keys }: JsonString): boolean => keys.some((key) => OUTSIDE.has(key))

/** A scene's title is in the serif only on that scene; elsewhere it is a word of the navigation. */
const titleIsFirst = (path: string, sceneId: string | undefined): boolean => path === 'pack.json' || sceneIdOf(path) === sceneId

/** Every string of the pack, with where and how it is painted. */
export const readPackText = async (packDir: string): Promise<PaintedText[]> => {
  const files = await readPackFiles(packDir)
  const scene = findFirstScene(files)
  const describe = (path: string, string: JsonString): PaintedText[] => {
    const { text } = string
    if (isOutside(string)) return (['regular', 'title'] as const).map((role) => ({ text, role, first: false, outside: true }))
    const first = isFirst(path, string, scene)
    const pieces: PaintedText[] = [{ text, role: 'regular', first }]
    if (isBold(string)) pieces.push({ text, role: 'bold', first })
    if (isTitle(path, string)) pieces.push({ text, role: 'title', first: titleIsFirst(path, scene.id) })
    return pieces
  }
  return files.flatMap(({ path, json }) => [...jsonStrings(json)].flatMap((string) => describe(path, string)))
}
