/** What Chromium tells of the network; other browsers tell nothing. */
interface Connection {
  readonly saveData?: boolean
  readonly effectiveType?: string
}

export const ownConnection = (): Connection | undefined => (navigator as { readonly connection?: Connection }).connection

/** Whoever saves data, or has little of a network, is not made to fetch what nobody has asked for. */
export const mayLayIn = (connection: Connection | undefined): boolean => connection?.saveData !== true && !(connection?.effectiveType ?? '').includes('2g')
