import * as z from 'zod/mini'
import { Freq } from '#contract/observation.ts'
import { seriesPeriods } from '#contract/series-periods.ts'
import type { Answer } from '#server/answers/answer.ts'

const Facts = z.object({
  region: z.string(),
  root: z.string(),
  top: z.optional(z.string()),
  regions: z.array(z.object({ code: z.string(), name: z.string() })),
  scene: z.object({ title: z.string() }),
  indicators: z.array(z.object({ id: z.string() })),
  observations: z.array(z.object({ freq: Freq, timePeriod: z.string() }))
})

/** What files are asked about of an answer of `scene` or `panel`. */
export interface SceneFacts extends Omit<z.infer<typeof Facts>, 'observations'> {
  /** The months and days that its series have, each once. */
  readonly series: readonly string[]
}

function read(answer: Answer): SceneFacts {
  const { observations, ...facts } = Facts.parse(JSON.parse(answer.identity.body.toString()))
  return { ...facts, series: [...new Set(seriesPeriods(observations))] }
}

const known = new WeakMap<Answer, SceneFacts>()

/** An answer that is kept is read once. */
export function factsOf(answer: Answer): SceneFacts {
  const facts = known.get(answer) ?? read(answer)
  known.set(answer, facts)
  return facts
}
