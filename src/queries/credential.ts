let session: string | undefined

/** What requests prove with that they may read; nothing where everybody may. */
export const credential = (): string | undefined => session

/** Of an embed, kept in memory only. */
export const setSession = (token: string | undefined): void => void (session = token)
