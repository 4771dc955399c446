import { readFileSync, statSync } from 'node:fs'

const META = /<meta name="build" content="([0-9a-f]{12})"/

/**
 * The build of the pages that are handed out now, by the name in index.html. A build may be swapped under a running server,
 * so the file is read again when it has changed; while it is away for a moment, what was read last holds.
 */
export function buildIdOf(page: string): () => string | undefined {
  let seen = ''
  let id: string | undefined
  return () => {
    try {
      const { mtimeMs, size, ino } = statSync(page)
      const state = `${mtimeMs} ${size} ${ino}`
      if (state !== seen) id = META.exec(readFileSync(page, 'utf8'))?.[1]
      seen = state
    } catch {
      // Between the old folder and the new one there is none.
    }
    return id
  }
}
