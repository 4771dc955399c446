import { EmbedSession, embedSessionPath } from '#contract/embed-session.ts'
import { ask } from './ask.ts'
import { setSession } from './credential.ts'

/**
 * Exchanges the ticket that a host gave this embed, and shows the session from now on. @returns when it ends.
 * @throws RequestError in the server's words; with status 404 where the server asks for no tokens
 */
export async function exchangeTicket(ticket: string): Promise<Date> {
  const { token, expiresAt } = await ask(embedSessionPath, EmbedSession, { method: 'POST', token: ticket })
  setSession(token)
  return new Date(expiresAt)
}
