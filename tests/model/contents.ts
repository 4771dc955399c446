import type { Observation } from '#contract/observation.ts'
import { lineOf, type ReleaseContent } from '#server/release/content.ts'
import type { StoredRelease } from '#server/release/store.ts'
import { tinyFigure, tinyPack } from '#server/testing/tiny-pack.ts'
import type { History, ModelChange } from './history.ts'
import type { Shown } from './plain-model.ts'

const FIRST_YEAR = 2000
const { document } = tinyPack()

const observation = ({ key, value, demo }: ModelChange) =>
  tinyFigure({
    refArea: key % 2 === 0 ? '330800' : '330802',
    timePeriod: String(FIRST_YEAR + key),
    obsValue: String(value),
    origin: demo ? 'demo' : 'published'
  })

/** A history as the releases that the store keeps. */
export const contentsOf = (history: History): ReleaseContent[] =>
  history.map(({ withdraws, hasPack, changes }, index) => ({
    record: { release: index + 1, publishedAt: '2023-01-01T00:00:00.000Z', note: 'n', source: 's', ...(withdraws === undefined ? {} : { withdraws }) },
    changes: changes.map((change) => ({ action: change.gone ? 'delete' : 'replace', observation: observation(change) })),
    pack: hasPack ? { hash: String(index), document, observations: [] } : null
  }))

export const linesOf = (contents: readonly ReleaseContent[]): StoredRelease[] => contents.map(lineOf)

/** A view in the model's words. */
export const shownIn = (observations: readonly Observation[]): Shown[] =>
  observations.map(({ timePeriod, obsValue, release }): Shown => [Number(timePeriod) - FIRST_YEAR, Number(obsValue), release]).toSorted(([a], [b]) => a - b)
