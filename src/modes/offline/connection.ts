/** What Chromium tells of the network; other browsers tell nothing. */
interface Connection {
  readonly saveData?: boolean
  readonly effectiveType?: string
}

/** Whoever saves data, or has little of a network, is not made to fetch what nobody has asked for. */
export function mayLayIn(connection = (navigator as { readonly connection?: Connection }).connection): boolean {
  return connection?.saveData !== true && !(connection?.effectiveType ?? '').includes('2g')
}
