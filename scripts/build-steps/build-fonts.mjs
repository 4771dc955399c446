import { pathToFileURL } from 'node:url'
import { bundle } from './bundle.mjs'
import { compressFolder } from './compress.mjs'
import { inRoot, packDir } from './paths.mjs'

/** The bundled code still looks for its own sources where they lie, so it is told where that is. */
async function load(name) {
  const [source, outfile] = [inRoot('scripts/fonts', `${name}.ts`), inRoot('dist/scripts', `${name}.mjs`)]
  await bundle({ entryPoints: [source], outfile, define: { 'import.meta.url': JSON.stringify(pathToFileURL(source).href) } })
  return import(pathToFileURL(outfile).href)
}

export async function buildFonts() {
  const { buildFonts: make } = await load('build-fonts')
  const outDir = inRoot('build/fonts')
  await make({ packDir: packDir(), sourceDirs: [inRoot('src')], outDir })
  await compressFolder(outDir)
}

/** The whole fonts that the server draws pictures with. */
export async function buildPictureFonts() {
  const { buildPictureFonts: make } = await load('picture-fonts')
  await make(inRoot('build/picture-fonts'))
}
