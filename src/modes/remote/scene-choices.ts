import * as z from 'zod/mini'
import type { SceneAnswer } from '#contract/endpoints.ts'
import { phrase } from '#format/phrase.ts'
import type { Names } from './remote-names.ts'

const Metrics = z.object({ metrics: z.array(z.object({ indicator: z.string(), label: z.optional(z.string()) })) })

export interface Choice {
  readonly id: string
  readonly label: string
}

/** The metrics that the scene's maps can be coloured by and have figures for. */
export function metricsOf({ scene, indicators, observations }: SceneAnswer): Choice[] {
  const offered = scene.panels.flatMap(({ options }) => {
    const { success, data } = Metrics.safeParse(options)
    return success ? data.metrics : []
  })
  const known = new Map(indicators.map(({ id, name, shortName }) => [id, shortName ?? name]))
  const filled = new Set(observations.map(({ indicator }) => indicator))
  const choices = offered
    .filter(({ indicator }) => known.has(indicator) && filled.has(indicator))
    .map(({ indicator, label }) => ({ id: indicator, label: label ?? known.get(indicator) ?? indicator }))
  return [...new Map(choices.map((choice) => [choice.id, choice])).values()]
}

export interface FigureChoice {
  /** `xxt.members@330800`. */
  readonly key: string
  readonly name: string
  readonly phrase: string
}

/** The figures that are on the wall, each with its name and phrase. */
export function figuresOf({ indicators, observations }: SceneAnswer, keys: readonly string[], names: Names): FigureChoice[] {
  return keys.flatMap((key) => {
    const [id = '', area = ''] = key.split('@')
    const indicator = indicators.find((it) => it.id === id)
    const observation = observations.find((o) => o.indicator === id && o.refArea === area && o.origin !== 'demo' && o.breakdown === undefined)
    if (indicator === undefined || observation === undefined) return []
    return [
      { key, name: [names.region(area) ?? [], indicator.shortName ?? indicator.name].flat().join(' '), phrase: phrase(observation, indicator.unitMeasure) }
    ]
  })
}
