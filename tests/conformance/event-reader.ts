import type { Ask } from './reply.ts'

export interface Stream {
  readonly response: Response
  /** The data of the next event of this name; undefined when none came in time. */
  readonly next: (name: string, wait?: number) => Promise<unknown>
  readonly close: () => void
}

const BLOCK = /^([\s\S]*?)\r?\n\r?\n/

const field = (block: string, name: string): string | undefined => new RegExp(`^${name}: ?(.*)$`, 'm').exec(block)?.[1]?.trimEnd()

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const pause = (milliseconds: number): Promise<undefined> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(undefined), milliseconds).unref()
  })

/** Reads server-sent events as they come; an endless stream needs an end of patience. */
export async function openStream(fetch: Ask, path: string, patience: number): Promise<Stream> {
  const stop = new AbortController()
  const silence = setTimeout(() => stop.abort(), patience)
  const response = await fetch(path, { signal: stop.signal, headers: { accept: 'text/event-stream' } }).finally(() => clearTimeout(silence))
  const reader = response.body?.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let reading: Promise<boolean> | undefined

  const more = async (): Promise<boolean> => {
    const { done = true, value } = (await reader?.read().catch(() => undefined)) ?? {}
    text += decoder.decode(value, { stream: true })
    return !done
  }

  /** One event from what has been read; undefined until one is whole. */
  const take = (): string | undefined => {
    const block = BLOCK.exec(text)
    if (block === null) return undefined
    text = text.slice(block[0].length)
    return block[1]
  }

  /** A read that outlasts the patience goes on: its text belongs to whoever asks next. */
  const untilMore = async (wait: number): Promise<boolean> => {
    reading ??= more().finally(() => {
      reading = undefined
    })
    return (await Promise.race([reading, pause(wait)])) ?? false
  }

  const next = async (name: string, wait = patience): Promise<unknown> => {
    const end = Date.now() + wait
    for (;;) {
      for (let block = take(); block !== undefined; block = take()) if (field(block, 'event') === name) return parsed(field(block, 'data') ?? '')
      if (Date.now() >= end || !(await untilMore(end - Date.now()))) return undefined
    }
  }

  /** Nobody waits for the cancelling: of a stream that something else reads too, it never ends. */
  const close = (): void => {
    reader?.cancel().catch(() => undefined)
    stop.abort()
  }

  return { response, next, close }
}
