import { pathToFileURL } from 'node:url'
import { bundle } from './bundle.mjs'
import { inRoot } from './paths.mjs'

/** Adds what makes the page one that can be installed: icons in the tokens' colours, and a manifest that the server names. */
export async function buildAppFiles(folder) {
  const outfile = inRoot('dist/scripts/app-files.mjs')
  await bundle({ entryPoints: [inRoot('scripts/app-files/app-files.ts')], outfile })
  const { writeAppFiles } = await import(pathToFileURL(outfile).href)
  await writeAppFiles(folder)
}
