import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Encoded } from './answer.ts'
import type { Encoding } from './negotiate.ts'

/** A file ready to be sent: as it is and, where that makes it smaller, compressed. */
export type EncodedFile = Readonly<Partial<Record<Encoding, Encoded>> & Record<'identity', Encoded>>

const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)]
const QUALITY = 5

/** Text is compressed, pixels are already. */
export async function encode(body: Buffer, compressible: boolean, tag: (body: Buffer, encoding: Encoding) => string): Promise<EncodedFile> {
  const encoded = (bytes: Buffer, encoding: Encoding): Encoded => ({ body: bytes, etag: tag(bytes, encoding) })
  if (!compressible) return { identity: encoded(body, 'identity') }
  const params = { [constants.BROTLI_PARAM_QUALITY]: QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: body.length }
  const [br, gz] = await Promise.all([brotli(body, { params }), zip(body)])
  return { br: encoded(br, 'br'), gzip: encoded(gz, 'gzip'), identity: encoded(body, 'identity') }
}

export const encodedBytes = (file: EncodedFile): number => Object.values(file).reduce((sum, { body }) => sum + body.length, 0)
