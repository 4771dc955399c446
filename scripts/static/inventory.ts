import type * as z from 'zod/mini'
import { IndicatorsAnswer, PackAnswer, RegionsAnswer, ReleasesAnswer, SceneAnswer, VersionAnswer } from '#contract/endpoints.ts'
import { parseTolerantly } from '#contract/tolerant.ts'
import type { Inventory } from './answers.ts'
import type { Ask } from './asker.ts'

/** An answer that there must be. @throws Error in Chinese. */
export async function answerAt<T>(ask: Ask, path: string, schema: z.ZodMiniType<T>): Promise<T> {
  const body = await ask(path)
  if (body === undefined) throw new Error(`服务器没有 ${path}`)
  const { success, data } = parseTolerantly(schema, JSON.parse(body.toString()))
  if (!success) throw new Error(`${path} 的答复不合接口约定`)
  return data
}

function chosen(pack: PackAnswer, wanted: readonly string[]): PackAnswer['scenes'] {
  const unknown = wanted.filter((id) => pack.scenes.every((scene) => scene.id !== id))
  if (unknown.length > 0) throw new Error(`没有场景 ${unknown.join('、')}；有的是 ${pack.scenes.map(({ id }) => id).join('、')}`)
  return wanted.length === 0 ? pack.scenes : pack.scenes.filter(({ id }) => wanted.includes(id))
}

/** The release to be written: the one asked for, or the current one. @throws Error in Chinese. */
export async function releaseOf(ask: Ask, wanted: number | undefined): Promise<number> {
  const { release } = await answerAt(ask, '/api/v1/version', VersionAnswer)
  if (wanted === undefined || wanted === release) return release
  const { releases } = await answerAt(ask, '/api/v1/releases', ReleasesAnswer)
  if (releases.every((known) => known.release !== wanted)) throw new Error(`没有第 ${wanted} 版，现在是第 ${release} 版`)
  return wanted
}

/** What the release has. `scenes`: ids of those that are wanted; empty: all. @throws Error in Chinese. */
export async function inventoryOf(ask: Ask, scenes: readonly string[]): Promise<Inventory> {
  const whole = await answerAt(ask, '/api/v1/pack', PackAnswer)
  const pack = { ...whole, scenes: chosen(whole, scenes) }
  const [{ regions }, { indicators }] = await Promise.all([
    answerAt(ask, '/api/v1/regions', RegionsAnswer),
    answerAt(ask, '/api/v1/indicators', IndicatorsAnswer)
  ])
  const shown = await Promise.all(pack.scenes.map(({ id }) => answerAt(ask, `/api/v1/scenes/${id}`, SceneAnswer)))
  const places = shown.flatMap(({ scene }) => scene.panels.map(({ id }) => ({ scene: scene.id, panel: id })))
  return { pack, regions, indicators: indicators.map(({ id }) => id), places }
}
