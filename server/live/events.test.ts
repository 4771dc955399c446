import { IncomingMessage, ServerResponse } from 'node:http'
import { connect, Socket } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { startTinyServer, type TinyServerOptions } from '#server/testing/start-tiny-server.ts'
import { tinyFigure } from '#server/testing/tiny-pack.ts'
import { soon } from '#tests/support/soon.ts'
import { createHub } from './hub.ts'

async function listening(options?: TinyServerOptions) {
  const server = await startTinyServer(options)
  const url = `${await server.app.listen({ host: '127.0.0.1', port: 0 })}/api/v1/events`
  onTestFinished(() => server.app.close())
  return { ...server, url }
}

/** Collects the stream as text until it ends. */
async function listen(url: string) {
  const abort = new AbortController()
  const response = await fetch(url, { signal: abort.signal })
  const heard = { text: '', ended: false, close: () => abort.abort(), response }
  void (async () => {
    for await (const chunk of response.body ?? []) heard.text += Buffer.from(chunk).toString()
  })()
    .catch(() => undefined)
    .finally(() => (heard.ended = true))
  return heard
}

const publication = { note: '更正', source: '统战部', observations: [tinyFigure({ obsValue: '200' })] }

it('says the current release at once, and each new one to everybody', async () => {
  const { url, publisher } = await listening()
  const clients = [await listen(url), await listen(url)]
  expect(clients[0]?.response.headers.get('content-type')).toContain('text/event-stream')
  expect(clients[0]?.response.headers.get('cache-control')).toBe('no-store')
  await soon(() => expect(clients.every(({ text }) => text.includes('event: release\ndata: {"release":1}\n\n'))).toBe(true))
  await publisher.publish(publication)
  await soon(() => expect(clients.every(({ text }) => text.includes('event: release\ndata: {"release":2}\n\n'))).toBe(true))
  for (const client of clients) client.close()
})

it('sends heartbeats with the time', async () => {
  const { url } = await listening({ heartbeatSeconds: 0.05 })
  const client = await listen(url)
  await soon(() => expect(client.text.match(/event: heartbeat\ndata: \{"now":"20\d\d-[^"]+Z"}\n\n/g)?.length).toBeGreaterThan(2))
  client.close()
})

it('turns away whom it has no place for, and takes them once there is one', async () => {
  const { url } = await listening({ clients: 1 })
  const first = await listen(url)
  const second = await fetch(url)
  expect([second.status, second.headers.get('retry-after'), second.headers.get('content-type')]).toEqual([503, '30', 'application/problem+json; charset=utf-8'])
  first.close()
  await soon(async () => {
    const third = await listen(url)
    third.close()
    expect(third.response.status).toBe(200)
  })
})

it('ends everything on close, soon', async () => {
  const { url, app } = await listening()
  const client = await listen(url)
  const idle = connect(Number(new URL(url).port), '127.0.0.1').on('error', () => undefined)
  await app.close()
  await soon(() => expect(client.ended).toBe(true))
  idle.destroy()
})

it('drops a client that does not read', () => {
  const hub = createHub(2)
  const client = new ServerResponse(new IncomingMessage(new Socket()))
  hub.add(client)
  for (let count = 0; count < 3; count += 1) hub.send('x'.repeat(50_000))
  expect(client.destroyed).toBe(true)
  expect(hub.isFull()).toBe(false)
})
