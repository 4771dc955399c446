/** `npm run copy -- FROM TO`: all releases from one store to another, each a folder or a postgres:// address. */
import { pathToFileURL } from 'node:url'
import { ensureBuilt } from './build-steps/ensure-built.mjs'
import { inRoot } from './build-steps/paths.mjs'

ensureBuilt(['server'], 'ignore')
await import(pathToFileURL(inRoot('dist/server/copy.js')).href)
