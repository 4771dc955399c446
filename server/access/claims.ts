import * as z from 'zod/mini'
import { IndicatorId, RegionCode } from '#contract/observation.ts'
import { isPeriodPoint } from '#contract/period.ts'
import { SceneId } from '#contract/scene.ts'

/** Who every token is for. */
export const AUDIENCE = 'tongxin-screen'

/** What a ticket is good for at most, in seconds. */
export const TICKET_SECONDS = 900

const PANEL = /^[a-z][a-z0-9-]{0,39}\/[a-z][a-z0-9-]{0,39}$/

const seconds = z.int().check(z.nonnegative())

const registered = {
  aud: z.literal(AUDIENCE),
  iat: seconds,
  exp: seconds,
  /** Told apart by this: a ticket is used up by it, a device struck off. */
  jti: z.string().check(z.regex(/^[\w.:-]{16,128}$/, { error: 'must be 16 to 128 letters, digits and signs of _ . : -' })),
  nbf: z.optional(seconds),
  iss: z.optional(z.string()),
  sub: z.optional(z.string())
}

/** What is shown, and how: each of them fixed, and absent where it is to be absent. */
const view = {
  region: z.optional(RegionCode),
  root: z.optional(RegionCode),
  metric: z.optional(IndicatorId),
  period: z.optional(z.string().check(z.refine(isPeriodPoint, { error: 'must be an ISO 8601 year, month or day' }))),
  release: z.optional(z.int().check(z.positive())),
  theme: z.optional(z.enum(['ink', 'hong', 'paper']))
}

export const DeviceClaims = z.strictObject(registered)

/** One panel or one scene. A claim that is not known might have been meant to narrow it, so it is refused. */
export const ScopeClaims = z.union([
  z.strictObject({ ...registered, ...view, panel: z.string().check(z.regex(PANEL)) }),
  z.strictObject({ ...registered, ...view, scene: SceneId })
])

export type DeviceClaims = z.infer<typeof DeviceClaims>
export type ScopeClaims = z.infer<typeof ScopeClaims>

/** The parameters that a token fixes, by their names in a query. */
export const FIXED = Object.keys(view) as readonly (keyof typeof view)[]

export interface Scope extends Pick<ScopeClaims, (typeof FIXED)[number]> {
  readonly scene: string
  /** Absent: any panel of the scene. */
  readonly panel?: string
}

/** What a token is good for, without what makes it a token. */
export function scopeOf(claims: ScopeClaims): Scope {
  const fixed = Object.fromEntries(FIXED.flatMap((name) => (claims[name] === undefined ? [] : [[name, claims[name]]])))
  if ('scene' in claims) return { ...fixed, scene: claims.scene }
  const [scene = '', panel = ''] = claims.panel.split('/')
  return { ...fixed, scene, panel }
}
