import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const climb = (folder: string): string => {
  if (existsSync(join(folder, 'package.json')) || dirname(folder) === folder) return folder
  return climb(dirname(folder))
}

/** The folder that holds package.json: the same from the sources and from the bundle in dist/server. */
export const projectRoot = climb(dirname(fileURLToPath(import.meta.url)))
