/** `npm run publish -- FILE.json` or `-- --withdraw N [--note 说明]`. */
import { pathToFileURL } from 'node:url'
import { ensureBuilt } from './build-steps/ensure-built.mjs'
import { inRoot } from './build-steps/paths.mjs'

ensureBuilt(['server'], 'ignore')
await import(pathToFileURL(inRoot('dist/server/publish.js')).href)
