import { spawnSync } from 'node:child_process'
import { inRoot, root } from './paths.mjs'
import { staleParts } from './stamp.mjs'

/** Builds what is stale in a process of its own, so that Vite and esbuild leave nothing in the server's memory. */
export function ensureBuilt(names, stdout = 'inherit') {
  if (staleParts(names).length === 0) return
  const { status } = spawnSync(process.execPath, [inRoot('scripts/build.mjs'), '--stale', ...(names ?? [])], {
    cwd: root,
    stdio: ['ignore', stdout, 'inherit']
  })
  if (status !== 0) process.exit(1)
}
