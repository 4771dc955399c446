import { cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packDocument } from '#mocks/fixtures/pack-quzhou.ts'
import { makeTemporaryFolder } from '#server/testing/temporary-folder.ts'
import type { Site } from './static-servers.ts'

const SCENES = packDocument.scenes.map(({ id }) => id)
const { root: ROOT } = packDocument.info
const COUNTY = '330881'
const PANEL = ['png', 'svg', 'csv'].map((kind) => `panels/zonglan/map.${kind}`)
const BOOKS = ['pptx', 'xlsx'].flatMap((kind) => [`scenes/zonglan.${kind}`, `decks.${kind}`])
const FILES = [...PANEL, ...BOOKS]
const all = (paths: readonly string[], queries: readonly string[]): string[] => paths.flatMap((path) => queries.map((query) => `/api/v1/${path}?${query}`))
const decks = (scenes: readonly string[]): string[] =>
  all(
    ['decks.pptx', 'decks.xlsx'],
    scenes.map((list) => `scenes=${list}`)
  )

const RELEASES = ['release=2', 'release=01', 'release=x', '%72elease=2', 'width=900&release=2']
const PLACES = [`region=${COUNTY}`, `root=${COUNTY}`, `region=${ROOT}&root=${COUNTY}`, 'region=x']

/** What a folder of release 1 has no file for: another release, place, look, figure, time or choice. */
export const ABSENT = [
  ...all(FILES, [...RELEASES, ...PLACES, 'theme=ink', 'metric=xxt.members', 'period=2024']),
  ...decks(['zonglan', SCENES.toReversed().join(','), SCENES.slice(1).join(','), `${SCENES.join(',')},x`]),
  ...all(['scenes/zonglan'], [...RELEASES, 'region=x', `region=${ROOT}1`, 'period=2024']),
  ...all(['scenes/zonglan.json', 'pack', 'version'], RELEASES),
  '/%61pi/v1/scenes/zonglan.pptx?release=2',
  '//api/v1/scenes/zonglan.pptx?release=2',
  ...all(['observations'], ['from=2024', 'to=2020', `refArea=${COUNTY}&indicator=xxt.members`])
]

/** By another name, the file of the address before the query. */
export const USUAL = [
  ...all(FILES, ['release=1', `region=${ROOT}`, `root=${ROOT}&region=${ROOT}`, 'theme=paper', 'width=900', 'width=900&theme=paper&release=1']),
  ...decks([SCENES.join(','), SCENES.join('%2C'), `${SCENES.join(',')}&release=1`]),
  ...all(['scenes/zonglan'], [`region=${ROOT}&release=1`, 'unknown=1']),
  ...all(['version'], ['release=1'])
]

/** Of addresses that there is nothing at, those that are answered otherwise than with 404. */
export async function found(site: string, paths: readonly string[]): Promise<string[]> {
  const wrong: string[] = []
  for (const path of paths) if ((await fetch(site + path)).status !== 404) wrong.push(path)
  return wrong
}

/** Addresses that are not answered, byte for byte, with the file that is named before the query. */
export async function unlikeFile(site: string, folder: string, paths: readonly string[]): Promise<string[]> {
  const unlike: string[] = []
  for (const path of paths) {
    const response = await fetch(site + path)
    const body = Buffer.from(await response.arrayBuffer())
    const file = join(folder, path.replace(/\?.*/, ''))
    if (!response.ok || !body.equals(readFileSync(existsSync(file) ? file : `${file}.json`))) unlike.push(path)
  }
  return unlike
}

const inFile = (file: string, from: string, to: string): void => writeFileSync(file, readFileSync(file, 'utf8').replaceAll(from, to))

/** What releases 1 and 7 are answered with by one server, while the first lies there and once the other one has taken its place. */
export async function statusesOfReleases(folder: string, start: (folder: string) => Promise<Site>) {
  const own = makeTemporaryFolder()
  cpSync(folder, own, { recursive: true })
  inFile(join(own, 'nginx.conf'), `root "${folder}"`, `root "${own}"`)
  const { url, close } = await start(own)
  const asked = (): Promise<number[]> => Promise.all([1, 7].map(async (release) => (await fetch(`${url}/api/v1/pack?release=${release}`)).status))
  const before = await asked()
  inFile(join(own, 'static-export.json'), '"release": 1', '"release": 7')
  renameSync(join(own, 'api/v1/version@release=1.json'), join(own, 'api/v1/version@release=7.json'))
  const after = await asked()
  await close()
  rmSync(own, { recursive: true })
  return { before, after }
}
