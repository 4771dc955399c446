import { readdir, readFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { isObject } from './json-strings.ts'

export interface PackFile {
  /** Inside the pack, with `/`. */
  readonly path: string
  readonly json: unknown
}

const parse = (path: string, text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Error(`${path} is not JSON`, { cause: error })
  }
}

/** All JSON of the pack, sorted by path. */
export const readPackFiles = async (packDir: string): Promise<PackFile[]> => {
  const names = await readdir(packDir, { recursive: true })
  const paths = names.filter((name) => name.endsWith('.json')).map((name) => name.split(sep).join('/'))
  return Promise.all(paths.toSorted().map(async (path) => ({ path, json: parse(path, await readFile(join(packDir, path), 'utf8')) })))
}

const SCENE = /^scenes\/(.+)\.json$/

export const sceneIdOf = (path: string): string | undefined => SCENE.exec(path)?.[1]

const listedFirst = (files: readonly PackFile[]): string | undefined => {
  const pack = files.find((file) => file.path === 'pack.json')?.json
  const scenes = isObject(pack) && Array.isArray(pack.scenes) ? pack.scenes : []
  return typeof scenes[0] === 'string' ? scenes[0] : undefined
}

/** The scene a visitor sees first: what pack.json lists first, else zonglan, else the first by name. */
export const firstSceneId = (files: readonly PackFile[]): string | undefined => {
  const ids = files.flatMap((file) => sceneIdOf(file.path) ?? [])
  const wanted = [listedFirst(files), 'zonglan'].find((id) => id !== undefined && ids.includes(id))
  return wanted ?? ids[0]
}
