import * as z from 'zod/mini'
import { RegionCode } from '#contract/observation.ts'

/** `wholeScope` is the scope of figures that stand for the whole area: only these join the map. */
export const Region = z.strictObject({
  code: RegionCode,
  name: z.string().check(z.minLength(1), z.maxLength(40)),
  level: z.enum(['province', 'city', 'county']),
  parent: z.optional(RegionCode),
  wholeScope: z.string().check(z.minLength(1))
})

export type Region = z.infer<typeof Region>
