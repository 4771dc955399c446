import { copied } from '#tests/faults/exchange.ts'
import type { Fault } from '#tests/faults/fault.ts'

const must = { group: 'connection', on: 'api', expect: { label: 'must' } } as const
const CHUNK = 1_024

/** Never answers: the request stands open for as long as the wall lets it. */
export const hang = (): void => undefined

export const connection: readonly Fault[] = [
  { ...must, name: 'reset before headers', from: 'reset', answer: ({ reset }) => reset() },
  { ...must, name: 'closed before headers', from: 'reset', answer: ({ response }) => void response.socket?.end() },
  {
    ...must,
    name: 'reset after headers',
    from: 'reset after headers',
    answer: async (exchange) => {
      exchange.response.writeHead(200, { 'content-type': 'application/json', 'content-length': 50_000 })
      exchange.response.flushHeaders()
      await exchange.wait(20)
      exchange.reset()
    }
  },
  {
    ...must,
    name: 'reset in the body',
    from: 'reset after headers',
    answer: async (exchange) => {
      const { status, headers, body } = await exchange.whole()
      exchange.response.writeHead(status, { ...copied(headers), 'content-length': body.length }).write(body.subarray(0, body.length / 2))
      await exchange.wait(20)
      exchange.reset()
    }
  },
  { ...must, name: 'hang without a byte', from: 'no byte for ever', answer: hang },
  {
    ...must,
    name: 'hang after headers',
    from: 'no byte for ever',
    answer: ({ response }) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.flushHeaders()
    }
  },
  {
    ...must,
    name: 'hang in the body',
    from: 'no byte for ever',
    answer: async (exchange) => {
      const { status, headers, body } = await exchange.whole()
      exchange.response.writeHead(status, copied(headers)).write(body.subarray(0, body.length / 2))
    }
  },
  {
    ...must,
    name: 'one request of two hangs',
    from: 'one hung request that blocked every later poll',
    expect: { label: 'may', fresh: true },
    answer: ({ nth }) => (nth % 2 === 0 ? undefined : false)
  },
  {
    ...must,
    name: '1 KB/s',
    from: '1 KB/s',
    answer: async (exchange) => {
      const { status, headers, body } = await exchange.whole()
      exchange.response.writeHead(status, { ...copied(headers), 'content-length': body.length })
      for (let at = 0; at < body.length && !exchange.signal.aborted; at += CHUNK / 4) {
        exchange.response.write(body.subarray(at, at + CHUNK / 4))
        await exchange.wait(250)
      }
      exchange.response.end()
    }
  },
  {
    ...must,
    name: 'in slices of a byte',
    from: 'slice',
    expect: { label: 'none', fresh: true },
    answer: async (exchange) => {
      const { status, headers, body } = await exchange.whole({ encoding: 'gzip' })
      exchange.response.writeHead(status, copied(headers))
      exchange.response.socket?.setNoDelay(true)
      for (const [index, byte] of body.entries()) {
        exchange.response.write(Buffer.of(byte))
        // What is written in one turn may leave in one piece.
        if (index % 512 === 0) await exchange.wait(1)
        if (exchange.signal.aborted) return
      }
      exchange.response.end()
    }
  },
  {
    ...must,
    name: 'late, but in time',
    from: 'slow',
    expect: { label: 'none', fresh: true },
    answer: async (exchange) => {
      await exchange.wait(exchange.patience * 0.3)
      return false
    }
  },
  {
    ...must,
    name: 'later than the wall waits',
    from: 'slow',
    answer: async (exchange) => {
      await exchange.wait(exchange.patience * 1.2)
      return false
    }
  }
]
