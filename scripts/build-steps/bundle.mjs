import { build } from 'esbuild'

/** What Node runs: our own sources in one file, packages left where they are. */
export const bundle = (options) =>
  build({ bundle: true, format: 'esm', platform: 'node', target: 'node20', packages: 'external', sourcemap: 'linked', logLevel: 'warning', ...options })
