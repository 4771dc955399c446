/** What a request is to the service worker; undefined: none of its business. */
export type Route = { readonly kind: 'page'; readonly stored: StoredPage } | { readonly kind: 'immutable' | 'changing' }

/** The pages of a shell: the wall's, and the one of the desk, which other modes in the hand share. */
export const STORED_PAGES = ['/', '/wall'] as const
export type StoredPage = (typeof STORED_PAGES)[number]

/** Which stored page stands for which address. Embeds, briefs and the list of walls say nothing without a server. */
const PAGES: Readonly<Record<string, StoredPage>> = { '': '/', '/remote': '/', '/wall': '/wall' }

const IMMUTABLE = /^\/assets\/|\.woff2$/
const CHANGING = new Set(['/guard.js', '/safe.js', '/fonts/fonts.css', '/fonts/slices.css'])

/** Figures are never answered by the worker: the page knows how old what it keeps of them is, and says so. */
export function routeOf({ method, mode, url }: Pick<Request, 'method' | 'mode' | 'url'>, ownOrigin: string): Route | undefined {
  const { origin, pathname } = new URL(url)
  if (method !== 'GET' || origin !== ownOrigin) return undefined
  if (mode === 'navigate') {
    const stored = PAGES[pathname.replace(/\/$/, '')]
    return stored === undefined ? undefined : { kind: 'page', stored }
  }
  if (IMMUTABLE.test(pathname)) return { kind: 'immutable' }
  return CHANGING.has(pathname) ? { kind: 'changing' } : undefined
}

/** On a desk somebody can sign in: what leads to a sign-in is handed on. Nobody can on a wall, which goes on with what it has. */
export const leadsToSignIn = (stored: StoredPage, { type, status }: Pick<Response, 'type' | 'status'>): boolean =>
  stored === '/' && (type === 'opaqueredirect' || status === 401 || status === 403)
