import * as z from 'zod/mini'

/** Exchanges the ticket in `Authorization` for a session, once. There only where a server asks for tokens. */
export const embedSessionPath = '/api/v1/embed/session'

/** One panel (`huigui/river`) or one scene, with the parameters that are fixed; none else is shown. */
export const EmbedScope = z.object({
  panel: z.optional(z.string()),
  scene: z.optional(z.string()),
  params: z.record(z.string(), z.union([z.string(), z.number()]))
})

/** The session has the ticket's scope and ends when the ticket would have. */
export const EmbedSession = z.object({
  token: z.string(),
  /** ISO 8601 instant in UTC. */
  expiresAt: z.iso.datetime(),
  scope: EmbedScope
})

export type EmbedScope = z.infer<typeof EmbedScope>
export type EmbedSession = z.infer<typeof EmbedSession>
