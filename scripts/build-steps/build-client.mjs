import { readdir, rename, rm } from 'node:fs/promises'
import { build } from 'vite'
import { buildAppFiles } from './build-app-files.mjs'
import { buildEmbedFile } from './build-embed-file.mjs'
import { buildWallFiles } from './build-wall-files.mjs'
import { compressFolder } from './compress.mjs'
import { inRoot, root } from './paths.mjs'
import { replaceFolder } from './replace-folder.mjs'

const chunks = async (folder) => (await readdir(`${folder}/assets`, { recursive: true }).catch(() => [])).toSorted((a, b) => (a < b ? -1 : 1)).join()

async function shift(from, to) {
  await rm(to, { recursive: true, force: true })
  await rename(from, to).catch(() => undefined)
}

/**
 * The two builds before this one are kept beside it, because walls that opened then still ask for their chunks. Building the
 * same again changes nothing about that.
 */
export async function buildClient() {
  const names = [`client.new-${process.pid}`, 'client', 'previous', 'previous-2', `client.old-${process.pid}`]
  const [fresh, current, previous, beforeThat, old] = names.map((name) => inRoot('dist', name))
  await build({ root, configFile: inRoot('vite.config.ts'), logLevel: 'error', build: { outDir: fresh, emptyOutDir: true } })
  await buildWallFiles(fresh)
  await buildAppFiles(fresh)
  await buildEmbedFile(fresh)
  await compressFolder(fresh)
  const changed = (await chunks(fresh)) !== (await chunks(current))
  if (changed) await shift(previous, beforeThat)
  await replaceFolder(fresh, current, changed ? previous : old)
  await rm(old, { recursive: true, force: true })
}
