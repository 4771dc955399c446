import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

/** Node 20 hands `--import` loaders of TypeScript to the main thread only, so a thread registers its own. */
function fromSource(file: string): URL {
  const loader = new URL('./esm/api/index.mjs', pathToFileURL(createRequire(import.meta.url).resolve('tsx'))).href
  return new URL(`data:text/javascript,${encodeURIComponent(`import { register } from '${loader}'; register(); await import('${file}')`)}`)
}

/** The worker of this name beside the module of this address: the bundle has all of them beside it, tests run them from the sources. */
export const workerEntry = (name: string, from: string): URL =>
  from.endsWith('.ts') ? fromSource(new URL(`./${name}.ts`, from).href) : new URL(`./${name}.js`, from)
