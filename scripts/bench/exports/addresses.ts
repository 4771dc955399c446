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

/** Of which all series that go by months or days have something: each makes another file of the same figures. */
const MONTHS = ['01', '02', '03', '04', '05', '06', '07', '08', '09'].map((month) => `2022-${month}`)

/** The same in another order is another file too. */
const turned = <T>(list: readonly T[], by: number): T[] => [...list.slice(by % list.length), ...list.slice(0, by % list.length)]

/** The addresses of files that nobody has asked for before, one after the other: decks and workbooks of all scenes and of single ones, and pictures as large as they may be. */
export function addressesOf({ pack, scenes }: Choices): () => string {
  const panels = scenes.flatMap(({ scene }) => scene.panels.map(({ id }) => `${scene.id}/${id}`))
  const regions = (scenes[0]?.regions ?? []).filter(({ parent }) => parent === pack.info.root).map(({ code }) => code)
  const ids = scenes.map(({ scene }) => scene.id)
  let count = -1
  return () => {
    count += 1
    const place = `region=${at(regions, count)}&period=${at(MONTHS, Math.floor(count / 30))}&release=${pack.release}`
    const look = `${place}&theme=${at(THEMES, count)}`
    const kinds = [
      () => `/api/v1/decks.pptx?scenes=${turned(ids, count).join(',')}&${look}`,
      () => `/api/v1/panels/${at(panels, count)}.png?width=${LARGEST - (count % WIDTHS)}&${look}`,
      () => `/api/v1/decks.xlsx?scenes=${turned(ids, count).join(',')}&${place}`,
      () => `/api/v1/scenes/${at(ids, count)}.pptx?${look}`,
      () => `/api/v1/panels/${at(panels, count * 7)}.png?width=${LARGEST - (count % WIDTHS)}&${look}`
    ] as const
    return at(kinds, count)()
  }
}
