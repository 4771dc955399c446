import { rename, rm } from 'node:fs/promises'

/**
 * Puts a folder in the place of another, so that a running server never sees half of one. The old one goes to `old`.
 * A second build may put its own there in between; it is as good, and makes way.
 */
export async function replaceFolder(fresh, target, old) {
  await rm(old, { recursive: true, force: true })
  await rename(target, old).catch(() => undefined)
  await rename(fresh, target).catch(async () => {
    await rm(target, { recursive: true, force: true })
    await rename(fresh, target)
  })
}
