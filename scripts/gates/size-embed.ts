import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { GateResult } from './gate.ts'
import { sizeResult } from './size.ts'

/** As it is served where nothing compresses it. */
const LIMIT = 3 * 1024

/** What pages of other sites load. */
export function embedGate(clientDir: string): GateResult {
  const file = join(clientDir, 'embed.js')
  if (!existsSync(file)) return { measured: '没有构建', findings: [`缺少 ${file}，请先运行 npm run build`] }
  return sizeResult([{ name: 'embed.js', bytes: readFileSync(file).length, limit: LIMIT }])
}
