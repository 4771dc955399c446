import { execFileSync } from 'node:child_process'
import { makeEmptyDatabase } from './fresh-data-dir.ts'

/**
 * What the tests open is what `npm start` serves, and like that built where it is stale: for the first project that asks, and not
 * again for the next. Resolves to what clears up behind the run.
 */
export default async function prepare(): Promise<() => void> {
  execFileSync(process.execPath, ['scripts/build.mjs', '--stale'], { stdio: ['ignore', 'ignore', 'inherit'] })
  return makeEmptyDatabase()
}
