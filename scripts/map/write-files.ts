import { randomUUID } from 'node:crypto'
import { rename, rm, writeFile } from 'node:fs/promises'

type TextFile = { readonly path: string; readonly text: string }

/** All files or none: everything is written beside its place first and moved there only when all of it is on disk. */
export async function writeFiles(files: readonly TextFile[]): Promise<void> {
  const drafts = files.map((file) => ({ ...file, draft: `${file.path}.${randomUUID()}.tmp` }))
  try {
    for (const { draft, text } of drafts) await writeFile(draft, text, { flag: 'wx', flush: true })
    for (const { draft, path } of drafts) await rename(draft, path)
  } finally {
    await Promise.all(drafts.map(({ draft }) => rm(draft, { force: true })))
  }
}
