import type { SceneAnswer } from '#contract/endpoints.ts'
import { datedText, periodText } from '#format/period.ts'
import { phrase } from '#format/phrase.ts'
import { originText, statusText } from '#format/status.ts'

/** One figure in words, with all that it may not be shown without. */
export interface PlainRow {
  readonly key: string
  readonly name: string
  readonly figure: string
  readonly about: string
}

type Answer = Pick<SceneAnswer, 'indicators' | 'observations' | 'root' | 'sources'>

/** What was published or reported of the whole area, each figure once, in the order of the indicators. Nothing else is needed to read it. */
export function plainRows(answers: readonly Answer[]): PlainRow[] {
  const rows = answers.flatMap(({ indicators, observations, root, sources }) => {
    const sourceOf = new Map(sources.map(({ id, publisher, title }) => [id, publisher ?? title]))
    return indicators.flatMap((indicator) =>
      observations
        .filter((o) => o.indicator === indicator.id && o.refArea === root && o.origin !== 'demo' && o.freq === '_Z' && o.breakdown === undefined)
        .map((o): PlainRow => {
          const status = o.obsStatus === 'A' ? originText(o.origin) : `${originText(o.origin)} ${statusText(o.obsStatus)}`
          const period = o.periodText === undefined ? periodText(o.timePeriod) : datedText(o.periodText, o.timePeriod)
          return {
            key: `${o.indicator}@${o.scope}@${o.timePeriod}`,
            name: indicator.name,
            figure: phrase(o, indicator.unitMeasure),
            about: [o.scope, period, status, sourceOf.get(o.source) ?? o.source].join(' · ')
          }
        })
    )
  })
  return [...new Map(rows.filter(({ figure }) => figure !== '').map((row) => [row.key, row])).values()]
}
