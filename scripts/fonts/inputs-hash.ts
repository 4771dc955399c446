import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { formatUnicodeRange } from './code-points.ts'
import type { Demands } from './demand.ts'
import { FACES } from './faces.ts'
import { packageDir } from './fontsource.ts'

const require = createRequire(import.meta.url)

const readPackageFiles = (): Promise<string[]> => {
  const dirs = [...FACES.map((face) => packageDir(face.slug)), dirname(require.resolve('subset-font'))]
  return Promise.all([...new Set(dirs)].map((dir) => readFile(join(dir, 'package.json'), 'utf8')))
}

const readOwnFiles = async (): Promise<string[]> => {
  const dir = fileURLToPath(new URL('.', import.meta.url))
  const names = (await readdir(dir)).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  return Promise.all(names.toSorted().map((name) => readFile(join(dir, name), 'utf8')))
}

const describe = (demands: Demands): string[] =>
  Object.entries(demands).map(([role, { first, pack }]) => `${role} ${formatUnicodeRange(first)} ${formatUnicodeRange(pack)}`)

/** Changes with the characters, the font packages and this code, but not when a text merely repeats known characters. */
export const inputsHash = async (demands: Demands): Promise<string> => {
  const parts = [...describe(demands), ...(await readPackageFiles()), ...(await readOwnFiles())]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}
