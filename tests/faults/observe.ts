import { must } from '#tests/support/panel-data.ts'
import { BEAT_MS } from './tiny-upstream.ts'

/** So long for what comes, and so long for what is not to come. */
const ANSWER_MS = 10_000
export const HUNG_MS = 2_000
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

export async function observe(url: string, patience = ANSWER_MS): Promise<Observed> {
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

/** Behind a beat that was only just sent no other one is under way. */
const isJustSent = (text: string): boolean => Date.now() - Date.parse(/"now":"([^"]+)"/.exec(text)?.[1] ?? '') < BEAT_MS / 2

async function untilJustSent(reader: ReadableStreamDefaultReader<string>): Promise<void> {
  for (let chunk = await reader.read(); !chunk.done && !isJustSent(chunk.value); chunk = await reader.read());
}

interface Ear {
  readonly url: string
  /** What comes at least so long after `meanwhile` is heard, and what comes until it is as wanted, though not for ever. */
  readonly milliseconds: number
  readonly wanted: (heard: Heard) => boolean
  readonly meanwhile?: () => Promise<void>
}

async function listen(reader: ReadableStreamDefaultReader<string>, heard: { text: string; ended: boolean }): Promise<void> {
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) heard.text += chunk.value
  } catch {
    // A stream may be cut as well as end.
  }
  heard.ended = true
}

/** Listens to a stream that is open already when something happens to it. */
export async function overhear({ url, milliseconds, wanted, meanwhile }: Ear): Promise<Heard> {
  const controller = new AbortController()
  const heard = { text: '', ended: false }
  const { body } = await fetch(url, { signal: controller.signal })
  const reader = must(body).pipeThrough(new TextDecoderStream()).getReader()
  await untilJustSent(reader)
  const reading = listen(reader, heard)
  await meanwhile?.()
  await pause(milliseconds)
  for (const end = performance.now() + LATE_MS; !wanted(heard) && performance.now() < end;) await pause(20)
  const result = { ...heard }
  controller.abort()
  await reading
  return result
}
