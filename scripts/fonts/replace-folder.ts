import { chmod, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'

const ATTEMPTS = 3

const moveAway = async (dir: string, old: string): Promise<void> => {
  try {
    await rename(dir, old)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
}

/** A second process may put its own folder there between the two steps: then move that one away too. */
const swap = async (fresh: string, dir: string, attempt = 1): Promise<void> => {
  const old = `${fresh}.old-${attempt}`
  await moveAway(dir, old)
  try {
    await rename(fresh, dir)
  } catch (error) {
    if (attempt === ATTEMPTS) throw error
    await swap(fresh, dir, attempt + 1)
  } finally {
    await rm(old, { recursive: true, force: true })
  }
}

/** Fills a folder beside `dir` and puts it in its place: a reader sees the old files or the new ones, never half of them. */
export const replaceFolder = async (dir: string, fill: (fresh: string) => Promise<void>): Promise<void> => {
  const target = resolve(dir)
  await mkdir(dirname(target), { recursive: true })
  const fresh = await mkdtemp(`${target}.new-`)
  try {
    // mkdtemp makes a private folder; the one it replaces is served, perhaps by another user.
    await chmod(fresh, 0o755)
    await fill(fresh)
    await swap(fresh, target)
  } finally {
    await rm(fresh, { recursive: true, force: true })
  }
}
