import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import type { GateResult } from './gate.ts'
import { sizeResult } from './size.ts'

const LIMIT = 320 * 1024

const scriptsIn = (page: string): string[] => [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, path = '']) => path)

/** Chunks that a chunk asks for, at once or later: a panel that comes lazily still belongs to the scene. */
const importsIn = (text: string): string[] =>
  [...text.matchAll(/(?:from|import)\s*\(?\s*["'`]\.\/([^"'`]+\.js)["'`]/g)].map(([, name = '']) => `assets/${name}`)

/** Every script that the page can come to load. */
export function reachableScripts(clientDir: string): string[] {
  const found = new Set<string>()
  const queue = scriptsIn(readFileSync(join(clientDir, 'index.html'), 'utf8'))
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (found.has(path)) continue
    found.add(path)
    queue.push(...importsIn(readFileSync(join(clientDir, path), 'utf8')))
  }
  return [...found].toSorted()
}

/** As it goes over the network: the build lays brotli's copy beside each file that is worth it. */
function compressedBytes(file: string): number {
  const copy = `${file}.br`
  return existsSync(copy) ? readFileSync(copy).length : brotliCompressSync(readFileSync(file)).length
}

export function javascriptGate(clientDir: string): GateResult {
  if (!existsSync(join(clientDir, 'index.html'))) return { measured: '没有构建', findings: [`缺少 ${clientDir}/index.html，请先运行 npm run build`] }
  const scripts = reachableScripts(clientDir)
  if (scripts.length === 0) return { measured: '0 个文件', findings: [`${clientDir}/index.html 里没有脚本`] }
  const bytes = scripts.reduce((sum, path) => sum + compressedBytes(join(clientDir, path)), 0)
  return sizeResult([{ name: `${scripts.length} 个脚本`, bytes, limit: LIMIT }])
}
