import * as z from 'zod/mini'
import { ObservationInput } from '#contract/observation.ts'

/** One numbered delta. A view at release N takes, for each key, the newest value with release <= N. */
export const Release = z.object({
  release: z.int().check(z.positive()),
  /** ISO 8601 instant in UTC. */
  publishedAt: z.string(),
  note: z.string(),
  source: z.string(),
  /** The release whose values give way from here on. */
  withdraws: z.optional(z.int().check(z.positive())),
  /** How many observations this delta carries. */
  observations: z.int().check(z.nonnegative())
})

/** The file that `npm run publish -- FILE.json` takes. */
export const Publication = z.strictObject({
  note: z.string().check(z.minLength(1), z.maxLength(200)),
  source: z.string().check(z.minLength(1), z.maxLength(120)),
  observations: z.array(ObservationInput).check(z.minLength(1), z.maxLength(100_000))
})

export type Release = z.infer<typeof Release>
export type Publication = z.infer<typeof Publication>
