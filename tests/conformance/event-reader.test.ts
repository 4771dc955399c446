import { describe, expect, it } from 'vitest'
import { openStream } from './event-reader.ts'

/** A stream that gives these pieces and then says nothing more. */
const streaming = (pieces: readonly string[]) => async (): Promise<Response> =>
  new Response(new ReadableStream({ start: (controller) => pieces.forEach((piece) => controller.enqueue(new TextEncoder().encode(piece))) }), {
    headers: { 'content-type': 'text/event-stream' }
  })

describe('the event reader', () => {
  it('puts an event together from pieces', async () => {
    const stream = await openStream(
      streaming(['retry: 3000\n\nev', 'ent: release\nda', 'ta: {"release":4}\n', '\nevent: heartbeat\r\ndata: {}\r\n\r\n']),
      '/events',
      500
    )
    expect(await stream.next('release')).toEqual({ release: 4 })
    expect(await stream.next('heartbeat')).toEqual({})
    stream.close()
  })

  it('gives up in time, and keeps what came meanwhile', async () => {
    const stream = await openStream(streaming([': hello\n\n']), '/events', 100)
    expect(await stream.next('release')).toBeUndefined()
    stream.close()
  })

  it('shows data that is no JSON as it is', async () => {
    const stream = await openStream(streaming(['event: release\ndata: three\n\n']), '/events', 100)
    expect(await stream.next('release')).toBe('three')
    stream.close()
  })
})
