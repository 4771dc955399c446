export type SqlValue = string | number | null
export type Row = Readonly<Record<string, unknown>>

/** The little this code asks of a database: PGlite or PostgreSQL. */
export interface Queryable {
  readonly query: (text: string, values?: readonly SqlValue[]) => Promise<readonly Row[]>
}

export interface Sql extends Queryable {
  /** Commits when `work` resolves, rolls back when it throws; no other query runs in between. */
  readonly transaction: <T>(work: (sql: Queryable) => Promise<T>) => Promise<T>
  readonly close: () => Promise<void>
}
