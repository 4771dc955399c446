import * as z from 'zod/mini'
import { isDecimal } from '#contract/decimal.ts'
import { Freq, IndicatorId, RegionCode } from '#contract/observation.ts'
import { isPeriodPoint } from '#contract/period.ts'
import { SceneId } from '#contract/scene.ts'

const decimal = z.string().check(z.maxLength(40), z.refine(isDecimal, { error: 'must be a plain decimal string such as 98.5' }))
/** `08:30`, in the pack's time zone. */
const Time = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'must be a time such as 08:30' }))
const LOCAL = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/
/** `2022-10-26T09:30`, in the pack's time zone. */
const Local = z
  .string()
  .check(z.refine((text) => LOCAL.test(text) && isPeriodPoint(text.slice(0, 10)), { error: 'must be a local date and time such as 2022-10-26T09:30' }))
/** ISO weekdays, Monday 1; every day when absent. */
const Days = z.optional(z.array(z.int().check(z.minimum(1), z.maximum(7))).check(z.minLength(1), z.maxLength(7)))
const seconds = (least: number, most: number) => z.number().check(z.minimum(least), z.maximum(most))
const Dwell = z.int().check(z.minimum(5), z.maximum(3600))

/** A scene and how long it stays. `counties`: after the whole area each child area of the root in the order of codes, every one as long. */
export const WallStop = z.strictObject({
  scene: SceneId,
  seconds: z.optional(Dwell),
  counties: z.optional(z.boolean()),
  metric: z.optional(IndicatorId)
})

const Play = z.array(WallStop).check(z.minLength(1), z.maxLength(100))

/** From `from` until just before `to`, over midnight when `to` is the earlier; `days` name the day on which it begins. */
const Hours = { days: Days, from: Time, to: Time }

export const WallSlot = z.strictObject({ ...Hours, play: Play })

/** `dim`: how much of the light is taken away, 0 to 0.8. */
export const WallNight = z.strictObject({ ...Hours, dim: z.number().check(z.minimum(0), z.maximum(0.8)) })

/** One scene instead of the rotation, from `from` (at once when absent) until `until`. */
export const WallPin = z.strictObject({ scene: SceneId, region: z.optional(RegionCode), from: z.optional(Local), until: Local })

/**
 * `missing`: a child area of the root has no value for the newest period that any of them has. `overdue`: the next period
 * is past the day that the indicator's calendar names. `threshold`: the newest value is above or below a limit.
 */
export const WallRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('missing'), indicator: IndicatorId, freq: z.optional(Freq) }),
  z.strictObject({ kind: z.literal('overdue'), indicator: IndicatorId }),
  z.strictObject({
    kind: z.literal('threshold'),
    indicator: IndicatorId,
    area: z.union([z.literal('root'), RegionCode]),
    /** Unscaled, as the values are. */
    above: z.optional(decimal),
    below: z.optional(decimal)
  })
])

/** A scene that is jumped to when a rule begins to hold, and again every so many minutes (10) while it does. */
export const WallInterrupt = z.strictObject({
  id: SceneId,
  scene: SceneId,
  region: z.optional(RegionCode),
  seconds: z.optional(Dwell),
  everyMinutes: z.optional(z.int().check(z.minimum(1), z.maximum(1440))),
  rule: WallRule
})

/** Time-outs and intervals in seconds; the product's own where absent. `silence` is longer than the server's heartbeat. */
export const WallWaits = z.strictObject({
  request: z.optional(seconds(1, 120)),
  poll: z.optional(seconds(5, 600)),
  silence: z.optional(seconds(20, 600)),
  reconnectFirst: z.optional(seconds(0.1, 60)),
  reconnectLongest: z.optional(seconds(1, 300)),
  /** A wall that is silent for longer than three of the default is called lost. */
  report: z.optional(seconds(5, 40)),
  /** How long a wall waits for the tablet that steers it before it goes back to its round. */
  remote: z.optional(seconds(20, 600))
})

/** What an unattended wall plays, and when. Times of day are the pack's time zone. */
export const WallSettings = z.strictObject({
  theme: z.optional(z.enum(['ink', 'hong', 'paper'])),
  /** How long a scene stays that does not say so itself; 20 when absent. */
  seconds: z.optional(Dwell),
  play: Play,
  /** The first that is on replaces `play`. */
  schedule: z.optional(z.array(WallSlot)),
  pins: z.optional(z.array(WallPin)),
  interrupts: z.optional(z.array(WallInterrupt)),
  night: z.optional(z.array(WallNight)),
  waits: z.optional(WallWaits)
})

export type WallStop = z.infer<typeof WallStop>
export type WallPin = z.infer<typeof WallPin>
export type WallRule = z.infer<typeof WallRule>
export type WallInterrupt = z.infer<typeof WallInterrupt>
export type WallWaits = z.infer<typeof WallWaits>
export type WallSettings = z.infer<typeof WallSettings>
