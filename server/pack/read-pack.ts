import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import * as z from 'zod/mini'
import { Indicator } from '#contract/indicator.ts'
import { observationKey, type ObservationInput } from '#contract/observation.ts'
import { FeatureCollection, PackInfo, PackObservations } from '#contract/pack.ts'
import { checkPack } from '#contract/pack-rules.ts'
import { Region } from '#contract/region.ts'
import { Scene } from '#contract/scene.ts'
import { Failure } from '#server/messages/failure.ts'
import type { Pack } from './pack.ts'
import { readAs, shownPath } from './read-json.ts'

async function readScene(packDir: string, id: string): Promise<Scene> {
  const file = join(packDir, 'scenes', `${id}.json`)
  const scene = await readAs(file, Scene)
  if (scene.id !== id) throw new Failure(`${shownPath(file)}：.id 须与文件名一致，为 ${id}。`)
  return scene
}

/** A key twice would make the figure on the screen depend on the order of the files. */
async function readObservations(packDir: string): Promise<ObservationInput[]> {
  const files = ['published.json', 'demo.json'].map((name) => join(packDir, name))
  const seen = new Map<string, string>()
  const lists = await Promise.all(
    files.filter((file, index) => index === 0 || existsSync(file)).map(async (file) => ({ file, list: await readAs(file, PackObservations) }))
  )
  for (const { file, list } of lists) {
    for (const [index, observation] of list.entries()) {
      const key = observationKey(observation)
      const first = seen.get(key)
      const here = `${basename(file)} 第${index + 1}项`
      if (first !== undefined) throw new Failure(`${shownPath(file)}：第${index + 1}项与 ${first}重复（${key}）。`)
      seen.set(key, here)
    }
  }
  return lists.flatMap(({ list }) => list)
}

/** What no schema sees: references, sums, persons. */
function checkWhole(packDir: string, pack: Pack): Pack {
  const [first, ...rest] = checkPack(pack)
  if (first === undefined) return pack
  throw new Failure(`${shownPath(packDir)}：${first.path} ${first.rule}${rest.length === 0 ? '' : `（另有 ${rest.length} 处）`}。`)
}

/** Reads a pack folder. @throws Failure naming file, path and rule of the first thing wrong. */
export async function readPack(packDir: string): Promise<Pack> {
  if (!existsSync(packDir)) throw new Failure(`找不到数据包文件夹 ${shownPath(packDir)}，请检查环境变量 PACK。`)
  const info = await readAs(join(packDir, 'pack.json'), PackInfo)
  const document = {
    info,
    regions: await readAs(join(packDir, 'regions.json'), z.array(Region)),
    indicators: await readAs(join(packDir, 'indicators.json'), z.array(Indicator)),
    scenes: await Promise.all(info.scenes.map((id) => readScene(packDir, id))),
    boundaries: await readAs(join(packDir, info.map.file), FeatureCollection)
  }
  return checkWhole(packDir, { document, observations: await readObservations(packDir) })
}
