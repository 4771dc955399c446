import type { SceneAnswer } from '#contract/endpoints.ts'
import type { Indicator } from '#contract/indicator.ts'
import type { Observation } from '#contract/observation.ts'
import { codeName } from '#format/code-name.ts'
import { seriesUnit, spokenUnit } from '#format/phrase.ts'
import { sourceName } from './provenance.ts'
import { seriesText } from './parts.ts'
import { periodCell, phraseCell, statusCell } from './panel-table.ts'

declare const complete: unique symbol

/** A figure on its way out of the screen: all words that it may never stand without. Only `carry` makes one. */
export interface Carried {
  readonly [complete]: true
  readonly observation: Observation
  readonly indicator: Indicator
  /** `服务新乡贤回归项目` */
  readonly name: string
  readonly area: string
  /** 全市, 浦山村: which part of the area, or who in it. */
  readonly scope: string
  /** `政策咨询`: the part of a total; empty for a total. */
  readonly part: string
  readonly period: string
  /** `超`, `余`; empty without one. */
  readonly qualifier: string
  /** As it reads: `526多亿元`, `6,980`; why there is none where it has no value. */
  readonly text: string
  /** Of the text: `亿元`; of the value: as the indicator counts. */
  readonly unit: string
  /** 已发布, 演示, 已发布 预计. */
  readonly status: string
  readonly source: string
  readonly definition: string
  readonly note: string
  readonly release: number
}

/** The source's own words or that it has none: never invented. */
export const definitionOf = ({ definition }: Indicator): string => definition ?? '原文未另作口径说明'

const partText = ({ breakdown = {} }: Observation, { codeLists }: SceneAnswer): string =>
  Object.entries(breakdown)
    .map(([dimension, code]) => codeName(codeLists, dimension, code))
    .join(' · ')

/** A published figure reads as its phrase; one of a series, a part or a demo figure as the charts write it. */
function textOf(observation: Observation, indicator: Indicator, { codeLists }: SceneAnswer): string {
  if (indicator.valueList !== undefined && observation.obsValue !== null) return codeName(codeLists, indicator.valueList, observation.obsValue)
  const figure = { observation, indicator }
  return observation.origin === 'published' || observation.bound !== 'exact' ? phraseCell(figure) : seriesText(observation, indicator, true)
}

/** @throws Error for a figure of an indicator that the answer does not explain: it cannot leave without. */
export function carry(observation: Observation, answer: SceneAnswer): Carried {
  const indicator = answer.indicators.find(({ id }) => id === observation.indicator)
  if (indicator === undefined) throw new Error(`no indicator ${observation.indicator}`)
  const published = observation.origin === 'published' || observation.bound !== 'exact'
  const made: Omit<Carried, typeof complete> = {
    observation,
    indicator,
    name: indicator.name,
    area: answer.regions.find(({ code }) => code === observation.refArea)?.name ?? observation.refArea,
    scope: observation.scope,
    part: partText(observation, answer),
    period: periodCell(observation),
    qualifier: observation.qualifier?.word ?? '',
    text: textOf(observation, indicator, answer),
    unit: published ? spokenUnit(indicator.unitMeasure) : seriesUnit(indicator.seriesScale, indicator.unitMeasure),
    status: statusCell(observation),
    source: sourceName(observation, answer),
    definition: definitionOf(indicator),
    note: observation.note ?? '',
    release: observation.release
  }
  return made as Carried
}
