import { gzipSync } from 'node:zlib'
import { copied, send, type Exchange, type Whole } from '#tests/faults/exchange.ts'
import type { Fault } from '#tests/faults/fault.ts'

const must = { group: 'body', on: 'api', expect: { label: 'must' } } as const
const MEGABYTES_20 = 20 * 1_024 * 1_024

/** The server's answer with other bytes under its own headers, tag and all: a browser may keep it, and be told later that it is good. */
const bytes =
  (change: (body: Buffer) => Buffer, encoding?: string) =>
  async (exchange: Exchange): Promise<void> => {
    const whole = await exchange.whole({ encoding })
    send(exchange, { ...whole, body: change(whole.body) })
  }

const headed =
  (headers: Record<string, string>) =>
  async (exchange: Exchange): Promise<void> => {
    const whole: Whole = await exchange.whole()
    send(exchange, { ...whole, headers: { ...whole.headers, ...headers } })
  }

/** Whole blocks in the middle turned over. */
const garbled = (body: Buffer): Buffer => Buffer.from(body.map((byte, index) => (index > body.length / 3 && index < body.length / 2 ? byte ^ 0xff : byte)))

/** Valid JSON of over 20 MB: a member that nobody asked for. */
const swollen = (body: Buffer): Buffer => Buffer.concat([Buffer.from(`{"padding":"${'x'.repeat(MEGABYTES_20)}",`), body.subarray(body.indexOf('{') + 1)])

/** Two complete answers to one request. */
async function twice({ whole, response }: Exchange): Promise<void> {
  const { headers, body } = await whole()
  const lines = Object.entries({ ...copied(headers), 'content-length': body.length }).map(([name, value]) => `${name}: ${String(value)}\r\n`)
  const answer = Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${lines.join('')}\r\n`), body])
  response.socket?.write(answer)
  response.socket?.end(answer)
}

export const body: readonly Fault[] = [
  {
    ...must,
    name: 'cut at half, length of the whole',
    from: 'body cut at half with 200',
    answer: async (exchange) => {
      const { headers, body } = await exchange.whole()
      exchange.response.writeHead(200, { ...copied(headers), 'content-length': body.length }).write(body.subarray(0, body.length / 2))
      await exchange.wait(20)
      exchange.response.socket?.end()
    }
  },
  { ...must, name: 'cut at half, length of the half', from: 'body cut at half with 200', answer: bytes((body) => body.subarray(0, body.length / 2)) },
  { ...must, name: 'cut before the last byte', from: 'body cut at half with 200', answer: bytes((body) => body.subarray(0, -1)) },
  { ...must, name: 'empty body', from: 'empty body', answer: bytes(() => Buffer.alloc(0)) },
  { ...must, name: 'nothing but white space', from: 'empty body', answer: bytes(() => Buffer.from(' \r\n\t ')) },
  { ...must, name: 'two documents in one body', from: 'duplicate answers', answer: bytes((body) => Buffer.concat([body, body])) },
  { ...must, name: 'two answers to one request', from: 'duplicate answers', expect: { label: 'none', fresh: true }, answer: twice },
  { ...must, name: 'gzip announced, plain text sent', from: 'cut', answer: headed({ 'content-encoding': 'gzip' }) },
  { ...must, name: 'gzip sent, plain text announced', from: 'cut', answer: bytes((body) => gzipSync(body)) },
  { ...must, name: 'broken brotli', from: 'cut', answer: bytes(garbled, 'br') },
  { ...must, name: 'bytes that are no UTF-8', from: 'cut', answer: bytes(garbled) },
  { ...must, name: 'JSON called text/html', from: 'HTML for JSON', expect: { label: 'may' }, answer: headed({ 'content-type': 'text/html' }) },
  { ...must, name: 'a body of 20 MB', from: 'wrong schema', expect: { label: 'may' }, answer: bytes(swollen) }
]
