import { serverNow } from '#format/clock.ts'

interface WallError {
  readonly at: string
  readonly message: string
}

let last: WallError | null = null

/** The last thing that went wrong on this page, for the operator. */
export const lastError = (): WallError | null => last

export function noteError(error: unknown): void {
  const message = (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).replaceAll(/\s+/g, ' ').slice(0, 300)
  if (message !== '') last = { at: new Date(serverNow()).toISOString(), message }
}

/** Whatever nobody caught. Returns what ends it. */
export function collectErrors(): () => void {
  const uncaught = ({ error, message }: ErrorEvent): void => noteError(error ?? message)
  const rejected = ({ reason }: PromiseRejectionEvent): void => noteError(reason)
  window.addEventListener('error', uncaught)
  window.addEventListener('unhandledrejection', rejected)
  return () => {
    window.removeEventListener('error', uncaught)
    window.removeEventListener('unhandledrejection', rejected)
  }
}
