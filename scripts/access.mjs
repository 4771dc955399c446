/** `npm run access -- device NAME`, `-- devices`, `-- revoke NAME`, `-- ticket --panel SCENE/PANEL`: tokens for ACCESS=token. */
import { pathToFileURL } from 'node:url'
import { ensureBuilt } from './build-steps/ensure-built.mjs'
import { inRoot } from './build-steps/paths.mjs'

ensureBuilt(['server'], 'ignore')
await import(pathToFileURL(inRoot('dist/server/access.js')).href)
