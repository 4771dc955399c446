import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { withQuery } from './addresses.ts'
import { createContext, packOf } from './context.ts'
import { allPages } from './pages.ts'
import { profiles } from './profiles.ts'
import type { Api } from './rule.ts'

/** Writes every answer that the screen reads as a file; the root's map with its context, since a file sees no query. */
export async function exportFiles(api: Api, folder: string): Promise<string[]> {
  const context = createContext(api, profiles.static)
  const { root } = (await packOf(context)).info
  const pages = await allPages(context)
  await Promise.all(
    pages.map(async ({ id, path }) => {
      const file = join(folder, `${path}.json`)
      const { text } = await context.get(id === 'boundaries' && path.endsWith(root) ? withQuery(path, { context: '1' }) : path)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, text)
    })
  )
  return pages.map(({ path }) => path)
}
