import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** All files of a folder, as `/name`, in the order of their names. */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length))
    .toSorted()

/** Every file of a folder by the hash of what is in it. */
export const hashesIn = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    filesIn(folder).map((path) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('hex')
    ])
  )

/** Files of these addresses that are not, byte for byte, what the server answers. */
export async function unlikeServer(folder: string, server: string, paths: readonly string[], scenes: readonly string[]): Promise<string[]> {
  const unlike: string[] = []
  for (const path of paths) {
    const response = await fetch(`${server}${path}${path.includes('/decks.') ? `?scenes=${scenes.join(',')}` : ''}`)
    const body = Buffer.from(await response.arrayBuffer())
    if (!response.ok || !body.equals(readFileSync(join(folder, path)))) unlike.push(path)
  }
  return unlike
}

/** Asks for these again and again while something is done. Returns all the answers' statuses. */
export async function statusesWhile(addresses: readonly string[], act: () => Promise<unknown>): Promise<number[]> {
  const statuses: number[] = []
  const over = new AbortController()
  const asking = addresses.map(async (address) => {
    while (!over.signal.aborted) {
      statuses.push((await fetch(address)).status)
      await pause(1)
    }
  })
  await act()
  over.abort()
  await Promise.all(asking)
  return statuses
}
