/** Queries that a static export has a file for, in the order in which they stand in its name. */
export const STATIC_KEYS = ['region', 'root', 'refArea', 'indicator', 'context'] as const

/** In the head of exported pages: `<meta name="static" content="3">`, the release that was written. */
export const STATIC_META = 'static'

/**
 * Where the answer to an address lies among exported files: `/api/v1/scenes/zonglan?region=330881` is
 * `/api/v1/scenes/zonglan@region=330881.json`. A folder has one release, so `release` is not in the name.
 */
export function staticPath(address: string): string {
  const [path = '', query = ''] = address.split('?')
  const values = new URLSearchParams(query)
  const part = (key: string): string => (values.has(key) ? `@${key}=${values.get(key)}` : '')
  return `${path}${STATIC_KEYS.map(part).join('')}.json`
}
