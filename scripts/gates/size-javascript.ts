import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import type { GateResult } from './gate.ts'
import { sizeResult } from './size.ts'

const LIMIT = 320 * 1024
/** What a tablet loads beside it, for its first scene too. */
const HAND = 90 * 1024

const scriptsIn = (page: string): string[] => [...new Set([...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, path = '']) => path))]

/** Chunks that a chunk asks for. What lies in later/ is loaded once somebody asks for it, never for a scene. */
const importsIn = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, name = '']) => `assets/${name}`)

const AT_ONCE = /(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g
const BY_CALL = /import\s*\(\s*["'`]\.\/((?!later\/)[^"'`]+\.js)["'`]/g

/** Scripts that come with these, at once or by a call: a panel that comes lazily still belongs to the scene. */
function reached(clientDir: string, roots: readonly string[], known: ReadonlySet<string> = new Set()): Set<string> {
  const found = new Set(known)
  const queue = [...roots]
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (found.has(path)) continue
    found.add(path)
    const text = readFileSync(join(clientDir, path), 'utf8')
    queue.push(...importsIn(text, AT_ONCE), ...(roots.includes(path) && known.size === 0 ? [] : importsIn(text, BY_CALL)))
  }
  return found
}

export interface Start {
  readonly name: string
  readonly scripts: readonly string[]
}

/** Every way the page can start, by the chunk of its mode, with all scripts that it loads for a scene. A desk loads none of a wall's. */
export function startsOf(clientDir: string): Start[] {
  const roots = scriptsIn(readFileSync(join(clientDir, 'index.html'), 'utf8'))
  if (roots.length === 0) return []
  const always = reached(clientDir, roots)
  const modes = roots
    .flatMap((path) => importsIn(readFileSync(join(clientDir, path), 'utf8'), BY_CALL))
    .filter((path, index, all) => !always.has(path) && all.indexOf(path) === index)
  const starts = modes.map((mode) => ({ name: nameOf(mode), scripts: [...reached(clientDir, [mode], always)].toSorted() }))
  return starts.length === 0 ? [{ name: 'index', scripts: [...always].toSorted() }] : starts
}

const nameOf = (path: string): string => path.replace(/^assets\//, '').replace(/(-[\w-]{8})?\.js$/, '')

/** As it goes over the network: the build lays brotli's copy beside each file that is worth it. */
function compressedBytes(file: string): number {
  const copy = `${file}.br`
  return existsSync(copy) ? readFileSync(copy).length : brotliCompressSync(readFileSync(file)).length
}

const handScripts = (clientDir: string): string[] =>
  existsSync(join(clientDir, 'assets/later'))
    ? readdirSync(join(clientDir, 'assets/later'))
        .filter((name) => /^hand-.*\.js$/.test(name))
        .map((name) => join(clientDir, 'assets/later', name))
    : []

export function javascriptGate(clientDir: string): GateResult {
  if (!existsSync(join(clientDir, 'index.html'))) return { measured: '没有构建', findings: [`缺少 ${clientDir}/index.html，请先运行 npm run build`] }
  const starts = startsOf(clientDir)
  if (starts.length === 0) return { measured: '0 个文件', findings: [`${clientDir}/index.html 里没有脚本`] }
  return sizeResult([
    ...starts.map(({ name, scripts }) => ({
      name: `${name} ${scripts.length} 个脚本`,
      bytes: scripts.reduce((sum, path) => sum + compressedBytes(join(clientDir, path)), 0),
      limit: LIMIT
    })),
    ...handScripts(clientDir).map((path) => ({ name: '平板另加', bytes: compressedBytes(path), limit: HAND }))
  ])
}
