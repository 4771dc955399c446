import type { SceneAnswer } from '#contract/endpoints.ts'
import type { Observation } from '#contract/observation.ts'
import { codeName } from '#format/code-name.ts'
import { instantText, periodText } from '#format/period.ts'
import { phrase } from '#format/phrase.ts'
import { absenceText, originText, statusText } from '#format/status.ts'
import type { CardSubject } from './source-card-context.ts'

/** What the card says beyond the figure itself. */
export type CardFacts = Pick<SceneAnswer, 'regions' | 'sources' | 'release' | 'publishedAt' | 'indicators' | 'codeLists'>

/** A code is said by its name, a number as its phrase. */
export function cardValue({ observation, indicator, text }: CardSubject, { codeLists }: Pick<CardFacts, 'codeLists'>): string {
  if (text !== undefined) return text
  if (observation.obsValue === null) return absenceText(observation.obsStatus)
  return indicator.valueList === undefined ? phrase(observation, indicator.unitMeasure) : codeName(codeLists, indicator.valueList, observation.obsValue)
}

const statusWords = ({ origin, obsStatus }: Observation): string =>
  obsStatus === 'A' ? originText(origin) : `${originText(origin)} · ${statusText(obsStatus)}`

const inWords = ({ timePeriod, periodText: printed }: Observation): string =>
  printed === undefined ? periodText(timePeriod) : `${printed}（${periodText(timePeriod)}）`

function sourceText(observation: Observation, { sources }: CardFacts): string {
  const source = sources.find(({ id }) => id === observation.source)
  if (source === undefined) return observation.source
  return [source.title, source.publisher, source.period].filter((part) => part !== undefined).join(' · ')
}

type Row = readonly [string, string]

/** A part says which: `政策咨询` of the ten services. */
const partRow = ({ breakdown }: Observation, { codeLists }: CardFacts): Row[] =>
  breakdown === undefined
    ? []
    : [
        [
          '分项',
          Object.entries(breakdown)
            .map(([dimension, code]) => codeName(codeLists, dimension, code))
            .join(' · ')
        ]
      ]

export function cardRows(subject: CardSubject, facts: CardFacts, timeZone: string): readonly Row[] {
  const { observation, indicator } = subject
  const region = facts.regions.find(({ code }) => code === observation.refArea)?.name ?? observation.refArea
  const nameOf = (id: string): string => {
    const input = facts.indicators.find((other) => other.id === id)
    return input?.shortName ?? input?.name ?? id
  }
  const weights = indicator.composite?.inputs.map(({ indicator: id, weight }) => `${nameOf(id)} ${weight}%`)
  return [
    ['范围', `${region} · ${observation.scope}`],
    ...partRow(observation, facts),
    ['期间', inWords(observation)],
    ...(indicator.valueList === undefined ? [['单位', indicator.unitMeasure] as const] : []),
    ['口径', indicator.definition ?? '原文未另作口径说明'],
    ...(weights === undefined ? [] : [['权重', weights.join('，')] as const]),
    ...(observation.note === undefined || observation.note.replace(/^口径：/, '') === indicator.definition ? [] : [['说明', observation.note] as const]),
    ...(observation.sumNote === undefined ? [] : [['分项之和', observation.sumNote] as const]),
    ['状态', statusWords(observation)],
    ['来源', sourceText(observation, facts)],
    ['版本', `第 ${observation.release} 版；本屏为第 ${facts.release} 版，${instantText(facts.publishedAt, timeZone)} 发布`]
  ]
}
