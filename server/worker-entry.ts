import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** Node 20 hands `--import` loaders of TypeScript to the main thread only, so a thread registers its own. */
function fromSource(file: string): URL {
  const loader = new URL('./esm/api/index.mjs', pathToFileURL(createRequire(import.meta.url).resolve('tsx'))).href
  return new URL(`data:text/javascript,${encodeURIComponent(`import { register } from '${loader}'; register(); await import('${file}')`)}`)
}

/** How a process of this name is started with Node, as `workerEntry` has it for threads: what stands before its own arguments. */
export const childEntry = (name: string, from: string): readonly string[] =>
  from.endsWith('.ts')
    ? ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href, fileURLToPath(new URL(`./${name}.ts`, from))]
    : [fileURLToPath(new URL(`./${name}.js`, from))]

/** The worker of this name beside the module of this address: the bundle has all of them beside it, tests run them from the sources. */
export const workerEntry = (name: string, from: string): URL =>
  from.endsWith('.ts') ? fromSource(new URL(`./${name}.ts`, from).href) : new URL(`./${name}.js`, from)
