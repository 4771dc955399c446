import { EmbedSession, embedSessionPath, type EmbedScope } from '#contract/embed-session.ts'
import { ask } from './ask.ts'
import { setSession } from './credential.ts'

export interface OpenedSession {
  /** Epoch milliseconds. */
  readonly expiresAt: number
  readonly scope: EmbedScope
}

/**
 * Exchanges the ticket that a host gave this embed, and shows the session from now on. @returns when it ends, and what it is good for.
 * @throws RequestError in the server's words; with status 404 where the server asks for no tokens
 */
export async function exchangeTicket(ticket: string): Promise<OpenedSession> {
  const { token, expiresAt, scope } = await ask(embedSessionPath, EmbedSession, { method: 'POST', token: ticket })
  setSession(token)
  return { expiresAt: Date.parse(expiresAt), scope }
}
