/** A failure the operator can act on: its message is one clear sentence, printed without a stack. */
export class Failure extends Error {
  override name = 'Failure'
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** The code of a system error such as `ENOSPC`; undefined for anything else. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
