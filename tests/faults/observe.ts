const HUNG_MS = 1_000
const LATE_MS = 5_000

/** What somebody who fetches plainly gets. */
export interface Observed {
  readonly status?: number
  readonly type?: string | null
  readonly headers?: Readonly<Record<string, string>>
  readonly text?: string
  /** The body, where it is JSON. */
  readonly json?: unknown
  /** `hung` when nothing ended it, else what the connection or the decoder said. */
  readonly error?: string
  /** Whether headers had come before the error. */
  readonly begun?: boolean
  readonly ms: number
}

const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError') return 'hung'
  const { cause } = error
  return cause instanceof Error && 'code' in cause ? String(cause.code) : cause instanceof Error ? cause.message : error.message
}

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export async function observe(url: string, patience = HUNG_MS): Promise<Observed> {
  const begun = performance.now()
  let response: Response | undefined
  const ms = (): number => performance.now() - begun
  try {
    response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(patience) })
    const { status, headers } = response
    const head = { status, type: headers.get('content-type'), headers: Object.fromEntries(headers) }
    const text = await response.text()
    return { ...head, text, json: jsonOf(text), ms: ms() }
  } catch (error) {
    return { status: response?.status, error: codeOf(error), begun: response !== undefined, ms: ms() }
  }
}

export interface Heard {
  readonly text: string
  readonly ended: boolean
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })

interface Ear {
  readonly url: string
  /** What comes at least so long after `meanwhile` is heard, and what comes until it is as wanted, though not for ever. */
  readonly milliseconds: number
  readonly wanted: (heard: Heard) => boolean
  readonly meanwhile?: () => Promise<void>
}

/** Listens to a stream that is open already when something happens to it. */
export async function overhear({ url, milliseconds, wanted, meanwhile }: Ear): Promise<Heard> {
  const controller = new AbortController()
  const heard = { text: '', ended: false }
  const reading = (async () => {
    const response = await fetch(url, { signal: controller.signal })
    const decoder = new TextDecoder()
    for await (const chunk of response.body ?? []) heard.text += decoder.decode(chunk, { stream: true })
  })()
    .catch(() => undefined)
    .then(() => {
      heard.ended = true
    })
  const until = async (holds: () => boolean): Promise<void> => {
    for (const end = performance.now() + LATE_MS; !holds() && performance.now() < end;) await pause(20)
  }
  await until(() => heard.text !== '')
  heard.text = ''
  await meanwhile?.()
  await pause(milliseconds)
  await until(() => wanted(heard))
  const result = { ...heard }
  controller.abort()
  await reading
  return result
}
