import * as z from 'zod/mini'

/** Walls tell how they are, the operator looks at them and asks one to load anew. A back end without these is complete all the same. */
export const wallsPath = '/api/v1/walls'
export const wallReloadPath = '/api/v1/walls/:id/reload'

/** A wall that has not reported for longer is lost: three reports of 15 s. */
export const LOST_AFTER_MS = 45_000

/** ISO 8601 instant in UTC. */
const instant = z.iso.datetime({ error: 'must be an instant in UTC such as 2022-10-26T01:28:00Z' })
const text = (from: number, to: number) =>
  z.string().check(z.minLength(from), z.maxLength(to), z.regex(/^\P{Cc}*$/u, { error: 'must not have control characters' }))
const count = z.int().check(z.nonnegative())
const size = z.number().check(z.nonnegative(), z.maximum(100_000))

export const WallId = z.string().check(z.regex(/^[a-z0-9-]{8,40}$/, { error: 'must be 8 to 40 lower-case letters, digits and -' }))

/** What a wall tells of itself: a screen, and never who stands before it. */
export const WallReport = z.strictObject({
  id: WallId,
  name: text(1, 40),
  /** As the page names its build; empty while it is developed. */
  build: z.string().check(z.regex(/^([0-9a-f]{12})?$/, { error: 'must be 12 hexadecimal digits or empty' })),
  scene: text(0, 40),
  region: z.optional(text(0, 12)),
  /** The release on the screen; null before there is one. */
  release: z.nullable(count),
  /** When the server last confirmed what is on the screen. */
  dataAt: z.nullable(instant),
  /** When the page was loaded. */
  startedAt: instant,
  connection: z.enum(['live', 'polling', 'offline']),
  /** CSS pixels; 0 while no display is plugged in. */
  width: size,
  height: size,
  pixelRatio: size,
  heapBytes: z.nullable(z.number().check(z.nonnegative())),
  safe: z.boolean(),
  /** A secure context: without it there is no service worker and no wake lock. */
  secure: z.boolean(),
  offlineReady: z.boolean(),
  storage: z.boolean(),
  awake: z.boolean(),
  rotations: count,
  reloads: count,
  error: z.nullable(z.strictObject({ at: instant, message: z.string().check(z.maxLength(300)) })),
  userAgent: text(0, 300)
})

/** `build` is what the server hands out now; `reload` the operator's newest request for this wall, for pages loaded before it. */
export const WallReply = z.object({ now: instant, build: z.optional(z.string()), reload: z.optional(instant) })

/** A wall as it was when it last reported, by the server's clock. */
export const WallLine = z.extend(WallReport, { lastSeen: instant, reloadAskedAt: z.nullable(instant) })

/** `operator`: a token is set, so that walls can be asked to load anew. */
export const WallsAnswer = z.object({ now: instant, build: z.optional(z.string()), operator: z.boolean(), walls: z.array(WallLine) })

export const WallReloadAnswer = z.object({ reloadAskedAt: instant })

export type WallReport = z.infer<typeof WallReport>
export type WallReply = z.infer<typeof WallReply>
export type WallLine = z.infer<typeof WallLine>
export type WallsAnswer = z.infer<typeof WallsAnswer>
