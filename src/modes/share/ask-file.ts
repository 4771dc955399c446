import { ProblemDetails } from '#contract/problem.ts'
import { bearer } from '#queries/credential.ts'
import { limitedSignal } from '#queries/limited-signal.ts'

export const CANCELLED = '已取消'
const BUSY = '服务器正忙，请稍后再试'

/** In words for the page. `cut`: the network may come back, and the server be asked again. */
export class FileError extends Error {
  override name = 'FileError'
  constructor(
    message: string,
    readonly cut = false,
    readonly status?: number
  ) {
    super(message)
  }
}

export interface Asking {
  /** In ms, with all of the answer. */
  readonly patience: number
  /** Given up from outside. */
  readonly signal?: AbortSignal | undefined
  readonly headers?: Readonly<Record<string, string>>
}

/** The server says in words what it has too much of. */
async function problemOf(response: Response): Promise<FileError> {
  if (response.status !== 503) return new FileError(`没有取到（${response.status}）`, response.status === 502 || response.status === 504, response.status)
  const { success, data } = ProblemDetails.safeParse(await response.json().catch(() => undefined))
  return new FileError(success ? (data.detail ?? data.title) : BUSY, false, 503)
}

/**
 * Asked of this page's own server, whatever address others reach it at; the answer is read within the time.
 * @throws FileError
 */
export async function askFile<T>(address: string, { patience, signal, headers }: Asking, read: (response: Response) => Promise<T>): Promise<T> {
  const { pathname, search } = new URL(address, location.href)
  const limited = limitedSignal(signal, patience)
  try {
    const response = await fetch(`${pathname}${search}`, { headers: { ...bearer(), ...headers }, signal: limited.signal })
    if (!response.ok) throw await problemOf(response)
    return await read(response)
  } catch (error) {
    if (error instanceof FileError) throw error
    if (signal?.aborted === true) throw new FileError(CANCELLED)
    throw limited.signal.aborted ? new FileError('等得太久，没有取到', true) : new FileError('网络不通，没有取到', true)
  } finally {
    limited.done()
  }
}
