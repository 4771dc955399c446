import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Writes a file so that it survives a power cut once this resolves. */
export async function writeDurably(path: string, text: string, mode = 0o644): Promise<void> {
  const file = await open(path, 'w', mode)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A new name is durable only when its folder is; Windows cannot open a folder and needs no such call. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** When the folder cannot be made durable the old name comes back: half a commit would be worse than none. */
export async function renameDurably(from: string, to: string): Promise<void> {
  await rename(from, to)
  try {
    await syncFolder(dirname(to))
  } catch (error) {
    await rm(to, { force: true })
    throw error
  }
}
