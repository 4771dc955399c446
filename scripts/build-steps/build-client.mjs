import { mkdir, readdir, rm } from 'node:fs/promises'
import { build } from 'vite'
import { buildWallFiles } from './build-wall-files.mjs'
import { compressFolder } from './compress.mjs'
import { inRoot, root } from './paths.mjs'
import { replaceFolder } from './replace-folder.mjs'

const chunks = async (folder) => (await readdir(`${folder}/assets`).catch(() => [])).toSorted((a, b) => (a < b ? -1 : 1)).join()

/**
 * The build before this one is kept beside it, because walls that opened then still ask for its chunks. Building the same
 * again changes nothing about that.
 */
export async function buildClient() {
  const [fresh, current, previous, old] = [`client.new-${process.pid}`, 'client', 'previous', `client.old-${process.pid}`].map((name) => inRoot('dist', name))
  await build({ root, configFile: inRoot('vite.config.ts'), logLevel: 'error', build: { outDir: fresh, emptyOutDir: true } })
  await buildWallFiles(fresh)
  await compressFolder(fresh)
  const changed = (await chunks(fresh)) !== (await chunks(current))
  await replaceFolder(fresh, current, changed ? previous : old)
  await rm(old, { recursive: true, force: true })
  await mkdir(inRoot('dist/previous/assets'), { recursive: true })
}
