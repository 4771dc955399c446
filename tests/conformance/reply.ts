/** An answer read to its end, so that any number of rules can look at it. */
export interface Reply {
  readonly path: string
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

const WAIT = 15_000

export type Ask = (path: string, init?: RequestInit) => Promise<Response>

/** @throws TypeError when nothing answers, DOMException when it takes too long. */
export async function ask(fetch: Ask, path: string, init: RequestInit = {}): Promise<Reply> {
  const response = await fetch(path, { redirect: 'manual', ...init, signal: AbortSignal.timeout(WAIT) })
  return { path, status: response.status, headers: response.headers, text: await response.text() }
}

/** The body as JSON; undefined, which JSON cannot say, when it is none. */
export function jsonOf({ text }: Pick<Reply, 'text'>): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Lower case, without parameters: `application/json`. */
export const mediaTypeOf = ({ headers }: Pick<Reply, 'headers'>): string => (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''

export const looksLikeHtml = (reply: Reply): boolean => mediaTypeOf(reply).includes('html') || reply.text.trimStart().startsWith('<')
