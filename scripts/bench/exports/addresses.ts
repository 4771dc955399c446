import type { PackAnswer, SceneAnswer } from '#contract/endpoints.ts'

/** What is in the pack that files can be asked for. */
export interface Choices {
  readonly pack: PackAnswer
  readonly scenes: readonly SceneAnswer[]
}

const THEMES = ['ink', 'hong', 'paper'] as const
/** As large as pictures may be; each width another picture. */
const LARGEST = 4_096
const WIDTHS = 90

const at = <T>(list: readonly T[], index: number): T => {
  const item = list[index % list.length]
  if (item === undefined) throw new Error('nothing to choose from')
  return item
}

/** Periods make another file of the same figures, without end. */
const periodOf = (index: number): string => `20${String(10 + (Math.floor(index / 12) % 90)).padStart(2, '0')}-${String((index % 12) + 1).padStart(2, '0')}`

/** The addresses of files that nobody has asked for before, one after the other: decks and workbooks of all scenes and of single ones, and pictures as large as they may be. */
export function addressesOf({ pack, scenes }: Choices): () => string {
  const panels = scenes.flatMap(({ scene }) => scene.panels.map(({ id }) => `${scene.id}/${id}`))
  const regions = (scenes[0]?.regions ?? []).filter(({ parent }) => parent === pack.info.root).map(({ code }) => code)
  const ids = scenes.map(({ scene }) => scene.id)
  let count = -1
  return () => {
    count += 1
    const place = `region=${at(regions, count)}&period=${periodOf(count)}&release=${pack.release}`
    const look = `${place}&theme=${at(THEMES, count)}`
    const kinds = [
      () => `/api/v1/decks.pptx?scenes=${ids.join(',')}&${look}`,
      () => `/api/v1/panels/${at(panels, count)}.png?width=${LARGEST - (count % WIDTHS)}&${look}`,
      () => `/api/v1/decks.xlsx?scenes=${ids.join(',')}&${place}`,
      () => `/api/v1/scenes/${at(ids, count)}.pptx?${look}`,
      () => `/api/v1/panels/${at(panels, count * 7)}.png?width=${LARGEST - (count % WIDTHS)}&${look}`
    ] as const
    return at(kinds, count)()
  }
}
