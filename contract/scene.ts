import * as z from 'zod/mini'
import { Dimension, Freq, IndicatorId, RegionCode } from '#contract/observation.ts'

export const SceneId = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/, { error: 'must be a lower-case id' }))

/**
 * Which observations a panel draws. `area` is the root that is shown, its children, the region the scene is about (`self`, the root
 * unless one is chosen), or a fixed code. Where `self`, or a root below the pack's, has no value, the nearest region above it that
 * has one, up to the pack's root, stands in with its own.
 */
export const Need = z.strictObject({
  indicator: IndicatorId,
  area: z.union([z.enum(['root', 'children', 'self']), RegionCode]),
  freq: Freq,
  /** Only figures broken down by exactly this dimension; without it only undivided ones. */
  by: z.optional(Dimension),
  /** Series only: the last so many periods; all of them when absent. */
  last: z.optional(z.int().check(z.positive())),
  /** Without a value for this the panel counts as empty, whatever else it has. */
  essential: z.optional(z.boolean()),
  /** Drawn only while a period is looked at; until then it says nothing of the panel's state, tags or age. */
  atPeriod: z.optional(z.boolean())
})

const line = (max: number) => z.string().check(z.minLength(1), z.maxLength(max))

/** A box in layout rem, by insets, so that a wider or taller wall stretches what has no fixed size. */
export const Box = z.strictObject({
  left: z.optional(z.number()),
  right: z.optional(z.number()),
  top: z.optional(z.number()),
  bottom: z.optional(z.number()),
  width: z.optional(z.number()),
  height: z.optional(z.number())
})

/**
 * In a column a panel has a place in the order and, where it draws, a height in rem. On a tablet one panel is the `stage`,
 * `figures` stand over it, and the others are in the sheet; where no panel says so, the first that has a height is the stage.
 */
export const Slot = z.strictObject({ order: z.int(), height: z.optional(z.number()), place: z.optional(z.enum(['figures', 'stage', 'sheet'])) })

export const Area = z.strictObject({ wall: z.optional(Box), ultrawide: z.optional(Box), column: z.optional(Slot) })

/**
 * How a panel is headed where it stands alone: its title where it has none or another, and a statement such as
 * `服务回归项目{xxt.projects}`. A statement is made of published figures only: without one of them it is not made.
 */
export const Caption = z.strictObject({ title: z.optional(line(40)), statement: z.optional(line(60)) })

/** The headline of a scene's pages and the line under it, made as a panel's statement is. */
export const Brief = z.strictObject({ headline: line(60), standfirst: z.optional(line(160)) })

export const Panel = z.strictObject({
  id: SceneId,
  kind: SceneId,
  title: z.string().check(z.maxLength(40)),
  subtitle: z.optional(z.string().check(z.maxLength(60))),
  caption: z.optional(Caption),
  needs: z.array(Need),
  area: Area,
  /** Shown only where the named panel of this scene has no data: nothing stands empty without a reason. */
  standsInFor: z.optional(SceneId),
  options: z.optional(z.record(z.string(), z.json()))
})

export const Scene = z.strictObject({
  id: SceneId,
  title: z.string().check(z.minLength(1), z.maxLength(20)),
  shortTitle: z.optional(z.string().check(z.maxLength(8))),
  brief: z.optional(Brief),
  panels: z.array(Panel)
})

export type Need = z.infer<typeof Need>
export type Box = z.infer<typeof Box>
export type Area = z.infer<typeof Area>
export type Panel = z.infer<typeof Panel>
export type Scene = z.infer<typeof Scene>
