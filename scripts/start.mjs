/** `npm start`: builds when something has changed, then becomes the server. */
import { ensureBuilt } from './build-steps/ensure-built.mjs'
import { inRoot } from './build-steps/paths.mjs'
import { pathToFileURL } from 'node:url'

ensureBuilt()
await import(pathToFileURL(inRoot('dist/server/main.js')).href)
