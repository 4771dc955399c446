import * as z from 'zod/mini'

/** Exchanges the ticket in `Authorization` for a session, once. There only where a server asks for tokens. */
export const embedSessionPath = '/api/v1/embed/session'

/** The session has the ticket's scope and ends when the ticket would have. */
export const EmbedSession = z.object({
  token: z.string(),
  /** ISO 8601 instant in UTC. */
  expiresAt: z.iso.datetime()
})

export type EmbedSession = z.infer<typeof EmbedSession>
