/** How messages name a database: never with the password. */
export interface Place {
  readonly server: string
  readonly user: string
  readonly database: string
  readonly text: string
}

/** An address through a socket has no host: `postgres://user@/database?host=/run/postgresql`. */
const parsed = (url: string): URL | undefined => {
  const withHost = url.replace(/^(postgres(?:ql)?:\/\/[^/?#]*@)(?=[/?#]|$)/, '$1_').replace(/^(postgres(?:ql)?:\/\/)(?=[/?#])/, '$1_')
  return URL.canParse(withHost) ? new URL(withHost) : undefined
}

export const isPostgresUrl = (text: string): boolean => /^postgres(ql)?:\/\//.test(text)
export const isUsablePostgresUrl = (text: string): boolean => isPostgresUrl(text) && parsed(text) !== undefined && hasReadableParts(text)

/** A bare % in a password makes the address unreadable for the driver. */
function hasReadableParts(text: string): boolean {
  try {
    placeOf(text)
    return true
  } catch {
    return false
  }
}

export function placeOf(url: string): Place {
  const { hostname = '', port = '', username = '', password = '', pathname = '', searchParams = new URLSearchParams() } = parsed(url) ?? {}
  decodeURIComponent(password)
  const user = decodeURIComponent(username) || searchParams.get('user') || '（未写明）'
  const host = searchParams.get('host') ?? (hostname === '_' ? '' : hostname)
  const server = `${host || 'localhost'}:${searchParams.get('port') ?? (port || '5432')}`
  const database = decodeURIComponent(pathname.slice(1)) || user
  return { server, user, database, text: `postgres://${server}/${database}` }
}
