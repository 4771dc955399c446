import { createHash } from 'node:crypto'
import type { Encoding } from './negotiate.ts'

/** Strong, one for each encoding; `salt` tells deployments apart that share a cache but not their settings. */
export const etagOf = (body: Buffer, encoding: Encoding, salt: string): string =>
  `"${createHash('sha256').update(salt).update('\0').update(body).digest('base64url').slice(0, 27)}-${encoding}"`

const opaque = (tag: string): string => tag.trim().replace(/^W\//, '')

/** If-None-Match compares weakly (RFC 9110, 13.1.2). */
export const matches = (header: string | undefined, etag: string): boolean =>
  header !== undefined && (header.trim() === '*' || header.split(',').some((tag) => opaque(tag) === etag))
