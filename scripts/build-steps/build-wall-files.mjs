import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { inRoot } from './paths.mjs'

/** Scripts with an address of their own: they must run where the app does not. */
const script = (name, outfile, define = {}) =>
  build({
    entryPoints: [inRoot('src', `${name}.ts`)],
    outfile,
    define,
    bundle: true,
    format: 'iife',
    target: 'chrome109',
    minify: true,
    legalComments: 'none',
    logLevel: 'warning'
  })

/** Of the pages that are kept none loads these: frames on other pages, briefings, the operator's list. */
const ELSEWHERE = /^later\/(embed|brief|walls)-/

/**
 * Names the build in its page, and adds what a wall starts with: its page with the guard, the page without the app, and the service
 * worker, which knows the build and its files.
 */
export async function buildWallFiles(folder) {
  await Promise.all([script('guard', join(folder, 'guard.js')), script('safe', join(folder, 'safe.js'))])
  const files = (await readdir(join(folder, 'assets'), { recursive: true }))
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.(js|css)$/.test(name))
  files.sort()
  const page = await readFile(join(folder, 'index.html'), 'utf8')
  const hash = createHash('sha256').update(page).update(files.join())
  for (const name of ['guard.js', 'safe.js']) hash.update(await readFile(join(folder, name)))
  for (const name of ['service-worker', 'worker-routes']) hash.update(await readFile(inRoot(`src/${name}.ts`)))
  const id = hash.digest('hex').slice(0, 12)
  const named = page.replace('<meta name="build" content="" />', `<meta name="build" content="${id}" />`)
  await writeFile(join(folder, 'index.html'), named)
  await writeFile(join(folder, 'wall.html'), named.replace('<script type="module"', '<script src="/guard.js" async></script>\n    <script type="module"'))
  const define = { BUILD: JSON.stringify(id), FILES: JSON.stringify(files.filter((name) => !ELSEWHERE.test(name)).map((name) => `/assets/${name}`)) }
  await script('service-worker', join(folder, 'sw.js'), define)
}
