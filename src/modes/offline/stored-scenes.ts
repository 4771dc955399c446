import type { PackAnswer } from '#contract/endpoints.ts'
import type { AnswerStore } from '#queries/answer-store.ts'
import { sceneQuery } from '#queries/scene-query.ts'

type Scenes = PackAnswer['scenes']

/** The scenes that can be opened without a network, for the whole area. */
export async function storedScenes(store: AnswerStore, scenes: Scenes, release?: number): Promise<Scenes> {
  const found = await Promise.all(scenes.map(async (scene) => ((await store.get(sceneQuery({ id: scene.id, release }).queryKey)) === undefined ? [] : [scene])))
  return found.flat()
}
