import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))
export const inRoot = (...parts) => join(root, ...parts)

/** The same rule as in server/env.ts: a name under packs/ or any folder. */
export function packDir(pack = process.env.PACK || 'quzhou') {
  return /[\\/]|^\.{1,2}$/.test(pack) ? resolve(pack) : inRoot('packs', pack)
}
