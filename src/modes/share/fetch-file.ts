import { bearer } from '#queries/credential.ts'

/** A picture of a whole panel takes the server a moment. */
const PATIENCE = 30_000

interface Waiting {
  /** In ms. */
  readonly patience?: number
  /** Given up from outside. */
  readonly signal?: AbortSignal
  /** What is said where the server has too much to do. */
  readonly busy?: string
}

/** Asked of this page's own server, whatever address others reach it at. @throws Error in words for the page */
export async function fetchFile(address: string, { patience = PATIENCE, signal, busy = '服务器正忙，请稍后再试' }: Waiting = {}): Promise<Blob> {
  const { pathname, search } = new URL(address, location.href)
  const [late, failed] = [AbortSignal.timeout(patience), (): undefined => undefined]
  const either = signal === undefined ? late : AbortSignal.any([signal, late])
  const response = await fetch(`${pathname}${search}`, { headers: bearer(), signal: either }).catch(failed)
  if (response?.ok === false) throw new Error(response.status === 503 ? busy : `没有取到（${response.status}）`)
  const file = await response?.blob().catch(failed)
  if (file !== undefined) return file
  if (signal?.aborted === true) throw new Error('已取消')
  throw new Error(late.aborted ? '等得太久，没有取到' : '网络不通，没有取到')
}
