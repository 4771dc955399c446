import type { Snapshot } from '#contract/snapshot.ts'

/** The view with one scene only: what `dataOf` then finds its panels in. */
export const sceneOf = (snapshot: Snapshot, id: string): Snapshot => ({
  ...snapshot,
  document: { ...snapshot.document, scenes: snapshot.document.scenes.filter((scene) => scene.id === id) }
})
