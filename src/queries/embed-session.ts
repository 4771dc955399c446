import * as z from 'zod/mini'
import { ask } from './ask.ts'

const embedSessionPath = '/api/v1/embed/session'

const PARAMS = ['region', 'root', 'metric', 'period', 'release', 'theme'] as const

/** One panel (`huigui/river`) or one scene with fixed parameters. */
const Scope = z.object({
  panel: z.optional(z.string()),
  scene: z.optional(z.string()),
  params: z.optional(z.record(z.string(), z.union([z.string(), z.number()])))
})

const Session = z.object({ token: z.string(), expiresAt: z.string(), scope: z.optional(Scope) })

export type EmbedScope = z.infer<typeof Scope>
export interface EmbedSession {
  readonly token: string
  /** Epoch milliseconds. */
  readonly expiresAt: number
  readonly scope: EmbedScope
}

/** What the session says of itself. Nothing is proven by it: the server alone decides what may be read. */
function scopeIn(token: string): EmbedScope {
  const part = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')
  const claims = JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(part), (c) => c.codePointAt(0) ?? 0))) as Readonly<Record<string, unknown>>
  const params = Object.fromEntries(PARAMS.flatMap((key) => (claims[key] === undefined ? [] : [[key, claims[key]]])))
  return Scope.parse({ panel: claims['panel'], scene: claims['scene'], params })
}

/** Exchanges a ticket, once. @throws RequestError when it is refused, TypeError without a network */
export async function exchangeTicket(ticket: string): Promise<EmbedSession> {
  const { token, expiresAt, scope } = await ask(embedSessionPath, Session, { method: 'POST', token: ticket })
  return { token, expiresAt: Date.parse(expiresAt), scope: scope ?? scopeIn(token) }
}
