import { existsSync } from 'node:fs'
import { cp, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { STATIC_META } from '#contract/static-files.ts'
import { projectRoot } from '#server/project-root.ts'
import type { Ask } from './asker.ts'
import { writeInto } from './folder.ts'
import { withNote } from './unserved.ts'

const [CLIENT, FONTS] = [join(projectRoot, 'dist/client'), join(projectRoot, 'build/fonts')]
/** What goes with the app wherever it goes, and what serves it where there is Python. */
const BESIDE = ['LICENSE', 'NOTICE', 'scripts/static/serve.py']

/** nginx as Debian has it hands out .gz beside a file; nothing that is common hands out .br. Pages are written anew. */
const isTaken = (path: string): boolean => !/\.br$|[\\/](index|wall)\.html(\.gz)?$|manifest\.webmanifest(\.gz)?$/.test(path)

async function pageOf(name: string, release: number): Promise<string> {
  const html = await readFile(join(CLIENT, name), 'utf8')
  const marked = html.replace('<title>', () => `<meta name="${STATIC_META}" content="${release}" />\n    <title>`)
  if (marked === html) throw new Error(`${name} 里没有 <title>，页面不是本程序构建的`)
  return withNote(marked)
}

/** The build of a page, to tell whether the server hands out the same as this folder has. */
const buildOf = (html: string): string | undefined => /name="build" content="([0-9a-f]{12})"/.exec(html)?.[1]

/** @throws Error in Chinese where the app has not been built here, or is not the server's. */
async function checkBuild(ask: Ask): Promise<void> {
  if (!existsSync(join(CLIENT, 'wall.html')) || !existsSync(join(FONTS, 'fonts.css'))) throw new Error('还没有构建页面，请先运行 npm run build')
  const [own, served] = [await readFile(join(CLIENT, 'index.html'), 'utf8'), await ask('/')]
  if (served === undefined || buildOf(served.toString()) !== buildOf(own))
    throw new Error('服务器上的页面和这里构建的不是同一个版本：请在运行服务器的那个目录里导出，或先 npm run build 再重新启动服务器')
}

/** The app as it was built here, its fonts, and its page at each of its addresses, with a mark that there is no server behind it. */
export async function writeApp(
  folder: string,
  { ask, release, pages }: { readonly ask: Ask; readonly release: number; readonly pages: readonly string[] }
): Promise<void> {
  await checkBuild(ask)
  await cp(CLIENT, folder, { recursive: true, filter: isTaken })
  await cp(FONTS, join(folder, 'fonts'), { recursive: true, filter: (path) => !path.endsWith('.br') })
  const [index, wall, manifest] = [await pageOf('index.html', release), await pageOf('wall.html', release), await ask('/manifest.webmanifest')]
  for (const path of BESIDE) await cp(join(projectRoot, path), join(folder, basename(path)))
  await writeInto(folder, 'index.html', index)
  await writeInto(folder, 'wall/index.html', wall)
  for (const page of pages) await writeInto(folder, `${page.slice(1)}/index.html`, index)
  if (manifest !== undefined) await writeInto(folder, 'manifest.webmanifest', manifest)
}
