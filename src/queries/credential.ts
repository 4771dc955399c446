import { deviceHeader } from '#contract/device-header.ts'

const KEY = 'device-token'
const LINK = '#device='
const FORM = /^[\w-]+\.[\w-]+\.[\w-]+$/

/** In memory only: a session ends with its page. */
let session: string | undefined
/** For a browser that keeps nothing. */
let device: string | undefined

/** Of an embed another page writes the address: it must not set this browser up, nor put a token in place of the one it has. */
const isEmbed = (): boolean => location.pathname.startsWith('/embed/')

const isFramed = (): boolean => typeof window !== 'undefined' && isEmbed() && window.self !== window.top

/** Takes the token out of a set-up link and the link out of the address. Returns whether there was one. */
function take(): boolean {
  if (!location.hash.startsWith(LINK)) return false
  const token = location.hash.slice(LINK.length)
  history.replaceState(history.state, '', location.pathname + location.search)
  if (!FORM.test(token) || isEmbed()) return false
  device = token
  try {
    localStorage.setItem(KEY, token)
  } catch {
    // Denied: the page goes on with what it has in memory.
  }
  return true
}

function kept(): string | undefined {
  try {
    return localStorage.getItem(KEY) ?? device
  } catch {
    return device
  }
}

// At once, before the page asks for anything or tells anybody its address. A link opened in a page that is there already changes the part behind # alone.
if (typeof location !== 'undefined') {
  take()
  addEventListener('hashchange', () => {
    if (take()) location.reload()
  })
}

/** What this page shows to a server that asks for tokens: an embed's session, or the token of the device; undefined without either. A page of others does not see with the eyes of the device that it is opened on. */
export const credential = (): string | undefined => session ?? (isFramed() ? undefined : kept())

/** An embed shows this from now on; undefined ends it. */
export const setSession = (token: string | undefined): void => {
  session = token
}

type Headers = Readonly<Record<string, string>>

/** As a header; `own` is a token that goes there in its place. */
export const bearer = (own = credential()): Headers => (own === undefined ? {} : { authorization: `Bearer ${own}` })

/** As a header beside it, for routes that want a token of their own in the other. */
export function beside(): Headers {
  const token = credential()
  return token === undefined ? {} : { [deviceHeader]: token }
}
