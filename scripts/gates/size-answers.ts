import type { Repository } from '#contract/repository.ts'
import { buildAnswer } from '#server/answers/answer.ts'
import type { Pack } from '#server/pack/pack.ts'
import { createPublisher } from '#server/release/publisher.ts'
import { createRepository } from '#server/repository.ts'
import { memoryStore } from '#server/testing/memory-store.ts'
import type { GateResult } from './gate.ts'
import { type Measured, sizeResult } from './size.ts'

const SCENE = 14 * 1024
const BOUNDARIES = 12 * 1024

/** As the server sends it. */
const brotliBytes = async (answer: unknown): Promise<number> => (await buildAnswer(answer, 'best', '')).br.body.length

export async function packRepository(pack: Pack): Promise<Repository> {
  const store = memoryStore()
  await createPublisher(store).installPack(pack)
  return createRepository(store, { demo: true, version: '0.0.0' })
}

async function sceneSizes(repository: Repository): Promise<Measured[]> {
  const { scenes } = await repository.pack({})
  return Promise.all(scenes.map(async ({ id }) => ({ name: `场景 ${id}`, bytes: await brotliBytes(await repository.scene({ id })), limit: SCENE })))
}

async function boundariesSize(repository: Repository): Promise<Measured> {
  const { root } = (await repository.pack({})).info
  return { name: '边界与周边', bytes: await brotliBytes(await repository.boundaries({ code: root, context: '1' })), limit: BOUNDARIES }
}

/** The largest scene stands for all in the table; each one that is too big is named. */
export async function answersGate(repository: Repository): Promise<GateResult> {
  const scenes = await sceneSizes(repository)
  const boundaries = await boundariesSize(repository)
  const largest = scenes.toSorted((a, b) => b.bytes - a.bytes).slice(0, 1)
  return { measured: sizeResult([...largest, boundaries]).measured, findings: sizeResult([...scenes, boundaries]).findings }
}
