import * as z from 'zod/mini'

export const wallsPath = '/api/v1/walls'
export const wallReloadPath = '/api/v1/walls/:id/reload'

const instant = z.iso.datetime()

/** What a wall tells of itself. */
export const WallReport = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9-]{8,40}$/)),
  name: z.string().check(z.minLength(1), z.maxLength(40)),
  build: z.string().check(z.maxLength(12)),
  scene: z.string().check(z.maxLength(40)),
  region: z.optional(z.string().check(z.maxLength(6))),
  release: z.nullable(z.int()),
  dataAt: z.nullable(instant),
  startedAt: instant,
  connection: z.enum(['live', 'polling', 'offline']),
  width: z.number(),
  height: z.number(),
  pixelRatio: z.number(),
  heapBytes: z.nullable(z.number()),
  safe: z.boolean(),
  secure: z.boolean(),
  offlineReady: z.boolean(),
  storage: z.boolean(),
  awake: z.boolean(),
  rotations: z.int(),
  reloads: z.int(),
  error: z.nullable(z.strictObject({ at: instant, message: z.string().check(z.maxLength(300)) })),
  userAgent: z.string().check(z.maxLength(300))
})
export const WallReply = z.object({ now: instant, build: z.optional(z.string()), reload: z.optional(instant) })
export type WallReport = z.infer<typeof WallReport>
export type WallReply = z.infer<typeof WallReply>
