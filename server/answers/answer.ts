import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { etagOf } from './etag.ts'
import type { Encoding } from './negotiate.ts'

export interface Encoded {
  readonly body: Buffer
  readonly etag: string
}

/** One answer, ready to be sent in whichever encoding is asked for. */
export type Answer = Readonly<Record<Encoding, Encoded>>

/** `best` is for what every screen fetches. Brotli's 11 is 5 % smaller than its 10 and takes eight times as long. */
export type Effort = 'best' | 'quick'

const QUALITY = { best: 10, quick: 5 }
const LEVEL = { best: 9, quick: 6 }

/* The promisified functions work in libuv's pool, so other requests go on meanwhile. */
const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

export async function buildAnswer(value: unknown, effort: Effort, salt: string): Promise<Answer> {
  const identity = Buffer.from(JSON.stringify(value))
  const [br, gz] = await Promise.all([
    brotli(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY[effort], [constants.BROTLI_PARAM_SIZE_HINT]: identity.length } }),
    zip(identity, { level: LEVEL[effort] })
  ])
  const tagged = (body: Buffer, encoding: Encoding): Encoded => ({ body, etag: etagOf(body, encoding, salt) })
  return { br: tagged(br, 'br'), gzip: tagged(gz, 'gzip'), identity: tagged(identity, 'identity') }
}

export const bytesOf = ({ br, gzip: gz, identity }: Answer): number => br.body.length + gz.body.length + identity.body.length
