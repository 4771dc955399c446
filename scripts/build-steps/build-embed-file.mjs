import { build } from 'esbuild'
import { inRoot } from './paths.mjs'

/** What pages of other sites load, at an address that stays: one small module without a byte of anything else. */
export const buildEmbedFile = (folder) =>
  build({
    entryPoints: [inRoot('src/embed.ts')],
    outdir: folder,
    bundle: true,
    format: 'esm',
    target: 'chrome109',
    charset: 'utf8',
    minify: true,
    legalComments: 'none',
    logLevel: 'warning'
  })
