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

export const RenderReply = z.object({ id: z.int(), bytes: z.optional(bytes), error: z.optional(z.string()) })
export type RenderReply = z.infer<typeof RenderReply>
