import { http, HttpResponse } from 'msw'
import { eventsPath } from '#contract/endpoints.ts'
import type { Repository } from '#contract/repository.ts'

const HEARTBEAT = 15_000

const message = (event: string, data: object): string => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`

/** The event stream: the current release at once, then each new one, with heartbeats between. */
export const eventsHandler = (repository: Repository) =>
  http.get(`*${eventsPath}`, async () => {
    const current = await repository.currentRelease()
    let stop = (): void => undefined
    const stream = new ReadableStream<string>({
      start(controller) {
        const send = (event: string, data: object): void => controller.enqueue(message(event, data))
        const beat = (): void => send('heartbeat', { now: new Date().toISOString() })
        send('release', { release: current })
        beat()
        const timer = setInterval(beat, HEARTBEAT)
        const unsubscribe = repository.subscribe((release) => send('release', { release }))
        stop = () => {
          clearInterval(timer)
          unsubscribe()
        }
      },
      cancel: () => stop()
    })
    return new HttpResponse(stream.pipeThrough(new TextEncoderStream()), { headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' } })
  })
