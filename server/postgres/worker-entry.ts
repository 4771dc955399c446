import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

/** Node 20 hands `--import` loaders of TypeScript to the main thread only, so this thread registers its own. */
function fromSource(): URL {
  const loader = new URL('./esm/api/index.mjs', pathToFileURL(createRequire(import.meta.url).resolve('tsx'))).href
  const file = new URL('./pglite-worker.ts', import.meta.url).href
  return new URL(`data:text/javascript,${encodeURIComponent(`import { register } from '${loader}'; register(); await import('${file}')`)}`)
}

/** The bundle has the worker beside it; tests run it from the sources. */
export const workerEntry = (): URL => (import.meta.url.endsWith('.ts') ? fromSource() : new URL('./pglite-worker.js', import.meta.url))
