import { rm } from 'node:fs/promises'
import { bundle } from './bundle.mjs'
import { inRoot } from './paths.mjs'
import { replaceFolder } from './replace-folder.mjs'

const entries = {
  main: 'server/main.ts',
  'pglite-worker': 'server/postgres/pglite-worker.ts',
  'render-worker': 'server/render/render-worker.ts',
  'render-child': 'server/render/render-child.ts',
  publish: 'server/publish/cli.ts',
  copy: 'server/copy/cli.ts',
  access: 'server/access/cli.ts'
}

export async function buildServer() {
  const [fresh, old] = [inRoot(`dist/server.new-${process.pid}`), inRoot(`dist/server.old-${process.pid}`)]
  await bundle({ entryPoints: Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, inRoot(path)])), outdir: fresh })
  await replaceFolder(fresh, inRoot('dist/server'), old)
  await rm(old, { recursive: true, force: true })
}
