import * as z from 'zod/mini'
import { IndicatorId, RegionCode } from '#contract/observation.ts'
import { SceneId } from '#contract/scene.ts'
import { WallId } from '#contract/walls.ts'

/**
 * A tablet steers a wall. Commands come by POST and go on to the wall over an event stream that it opened itself with a key of
 * its own making. A back end without these is complete all the same: its walls play what they always play.
 */
export const wallRemotePath = '/api/v1/walls/:id/remote'
/** Asks a wall to show its code. */
export const wallCodePath = '/api/v1/walls/:id/remote/code'
export const remotePairPath = '/api/v1/remote/pair'
/** GET: the event stream of a paired tablet. POST: more time. DELETE: let go. */
export const remoteSessionPath = '/api/v1/remote/session'
export const remoteCommandsPath = '/api/v1/remote/commands'

/** How long a code can be used, once. */
export const CODE_MS = 120_000
/** How long a pairing lasts unless it is renewed. */
export const CONTROL_MS = 900_000
/** A command that took longer to arrive is not obeyed. */
export const STALE_MS = 5_000
/** A paired tablet says that it is still there. */
export const PING_MS = 10_000
/** How long an area is in the light. */
export const SPOTLIGHT_S = 60

const instant = z.iso.datetime({ error: 'must be an instant in UTC such as 2022-10-26T01:28:00Z' })
const text = (most: number) => z.string().check(z.minLength(1), z.maxLength(most), z.regex(/^\P{Cc}*$/u, { error: 'must not have control characters' }))
const share = z.number().check(z.minimum(0), z.maximum(1))
/** Epoch milliseconds. */
const epoch = z.int().check(z.nonnegative())
const figureKey = z.string().check(z.regex(/^[A-Za-z][\w.-]{0,63}@\d{6}$/, { error: 'must be a figure such as xxt.members@330800' }))

export const RemoteCode = z.string().check(z.regex(/^\d{6}$/, { error: 'must be six digits' }))
/** 256 bits, in base64url: of a wall's making or, for a tablet, of the server's. */
export const RemoteSecret = z.string().check(z.regex(/^[\w-]{43}$/, { error: 'must be 43 letters, digits, - and _' }))

/** What a tablet can have done. */
export const RemoteCommand = z.discriminatedUnion('kind', [
  /** A scene; without a region that of the whole area. `seconds`: how long it stays, as the round has it when absent. */
  z.strictObject({
    kind: z.literal('show'),
    scene: SceneId,
    region: z.optional(RegionCode),
    metric: z.optional(IndicatorId),
    seconds: z.optional(z.int().check(z.minimum(5), z.maximum(3600)))
  }),
  z.strictObject({ kind: z.literal('next') }),
  z.strictObject({ kind: z.literal('back') }),
  z.strictObject({ kind: z.literal('hold'), on: z.boolean() }),
  /** The scene's child areas one after the other. */
  z.strictObject({ kind: z.literal('loop'), on: z.boolean() }),
  /** A ring around a figure; null takes it away. */
  z.strictObject({ kind: z.literal('highlight'), figure: z.nullable(figureKey) }),
  /** A dot of light, in shares of the screen. */
  z.strictObject({ kind: z.literal('point'), x: share, y: share }),
  z.strictObject({ kind: z.literal('cover'), on: z.boolean() }),
  /** Everything as the wall would have it by itself. */
  z.strictObject({ kind: z.literal('resume') }),
  z.strictObject({ kind: z.literal('ping') })
])

/** `seq` grows with every message of a pairing; `sentAt` is the server's time as the tablet knows it. */
export const RemoteMessage = z.strictObject({ wall: WallId, seq: z.int().check(z.positive()), sentAt: epoch, command: RemoteCommand })

export const RemotePair = z.strictObject({ code: RemoteCode })

/** What a steered wall shows. `seq` is the last message that it has obeyed. */
export const RemoteShown = z.strictObject({
  seq: z.int().check(z.nonnegative()),
  scene: z.string().check(z.maxLength(40)),
  region: z.optional(RegionCode),
  metric: z.optional(IndicatorId),
  theme: z.enum(['ink', 'hong', 'paper']),
  width: epoch,
  height: epoch,
  held: z.boolean(),
  loop: z.boolean(),
  cover: z.boolean(),
  figure: z.nullable(figureKey),
  /** Those on the screen that can be ringed. */
  figures: z.array(figureKey).check(z.maxLength(120)),
  next: z.nullable(z.strictObject({ scene: z.string().check(z.maxLength(40)), region: z.optional(RegionCode) })),
  /** When the next one is due, and how long the shown one stays in all. */
  endsAt: epoch,
  seconds: z.number().check(z.nonnegative(), z.maximum(100_000))
})

/** To a wall: the code to be shown, until when, and where the tablet's page is if that is not where the wall's is. */
export const CodeEvent = z.object({ code: RemoteCode, expiresAt: instant, url: z.optional(z.string()) })
/** To a wall, at once and at each change: whether somebody steers it, and how that came or ended. */
export const ControlEvent = z.object({ on: z.boolean(), how: z.enum(['now', 'paired', 'taken', 'left', 'expired']) })
/** To a wall. `at`: when the server took it. */
export const CommandEvent = z.object({ number: z.int(), seq: z.int(), at: epoch, command: RemoteCommand })

/** To a tablet, at once, at each change and at each heartbeat. */
export const SessionEvent = z.object({
  now: instant,
  expiresAt: instant,
  /** The wall listens. */
  online: z.boolean(),
  wall: z.object({ id: WallId, name: text(40) }),
  shown: z.nullable(RemoteShown)
})
/** To a tablet, as the last. */
export const EndedEvent = z.object({ reason: z.enum(['taken', 'left', 'expired']) })

export const PairAnswer = z.object({ token: RemoteSecret, wall: z.object({ id: WallId, name: text(40) }), expiresAt: instant, now: instant })
export const CodeAnswer = z.object({ expiresAt: instant, now: instant })
export const RenewAnswer = z.object({ expiresAt: instant, now: instant })
export const CommandAnswer = z.object({ seq: z.int(), now: instant })

export type RemoteCommand = z.infer<typeof RemoteCommand>
export type RemoteMessage = z.infer<typeof RemoteMessage>
export type RemoteShown = z.infer<typeof RemoteShown>
export type CodeEvent = z.infer<typeof CodeEvent>
export type ControlEvent = z.infer<typeof ControlEvent>
export type CommandEvent = z.infer<typeof CommandEvent>
export type SessionEvent = z.infer<typeof SessionEvent>
export type EndedEvent = z.infer<typeof EndedEvent>
export type PairAnswer = z.infer<typeof PairAnswer>
