import * as z from 'zod/mini'
import { PICTURE_FORMATS } from '#contract/pictures.ts'

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)

/** What the thread that makes pictures is asked for. Answers come as the JSON that is served. */
export const RenderOrder = z.object({
  format: z.enum(PICTURE_FORMATS),
  width: z.int(),
  theme: z.enum(['ink', 'hong', 'paper']),
  metric: z.optional(z.string()),
  period: z.optional(z.string()),
  /** The answers of `panel`, `pack` and `boundaries`. */
  panel: z.string(),
  pack: z.string(),
  boundaries: z.string()
})
export type RenderOrder = z.infer<typeof RenderOrder>

/** Scenes that become one file. */
export const DeckOrder = z.object({
  format: z.literal('pptx'),
  theme: z.enum(['ink', 'hong', 'paper']),
  metric: z.optional(z.string()),
  period: z.optional(z.string()),
  /** Of each scene the answers of `scene` and `boundaries`. */
  scenes: z.array(z.object({ scene: z.string(), boundaries: z.string() })),
  /** The answer of `pack`. */
  pack: z.string(),
  /** Where the pages are reached from outside, for citations. */
  address: z.string()
})
export type DeckOrder = z.infer<typeof DeckOrder>

/** Scenes whose figures become a workbook. */
export const BookOrder = z.object({
  format: z.literal('xlsx'),
  metric: z.optional(z.string()),
  period: z.optional(z.string()),
  /** The answers of `scene`. */
  scenes: z.array(z.string()),
  /** The answer of `pack`. */
  pack: z.string(),
  address: z.string()
})
export type BookOrder = z.infer<typeof BookOrder>

export const ThreadOrder = z.union([RenderOrder, DeckOrder, BookOrder])
export type ThreadOrder = z.infer<typeof ThreadOrder>

/** Behind the folder of the fonts, on the command line of the process beside the server. */
export const GIVES_WAY = 'gives-way'

/** What that process is told. */
export const ChildOrder = z.union([z.object({ id: z.int(), order: ThreadOrder }), z.object({ giveUp: z.int() })])
export type ChildOrder = z.infer<typeof ChildOrder>

/** What the thread is begun with. */
export const ThreadStart = z.object({
  fontsDir: z.string(),
  /** In shared memory: the number of the order that nobody wants any more. */
  givenUp: z.custom<Int32Array>((value) => value instanceof Int32Array)
})
export type ThreadStart = z.infer<typeof ThreadStart>

/** How far an order is, or how it ended. */
export const RenderReply = z.union([
  z.object({ id: z.int(), bytes }),
  z.object({ id: z.int(), done: z.int(), of: z.int() }),
  z.object({ id: z.int(), givenUp: z.literal(true) }),
  z.object({ id: z.int(), error: z.string() })
])
export type RenderReply = z.infer<typeof RenderReply>
