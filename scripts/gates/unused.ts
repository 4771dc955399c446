import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { GateResult } from './gate.ts'

/** Exports, files and packages that nothing uses, by the settings in the folder's knip.json. */
export function unusedGate(folder: string): GateResult {
  const knip = join(process.cwd(), 'node_modules/knip/bin/knip.js')
  const { status, stdout, stderr } = spawnSync(process.execPath, [knip, '--no-progress', '--no-config-hints', '--reporter', 'compact'], {
    cwd: folder,
    encoding: 'utf8'
  })
  const lines = `${stdout}\n${stderr}`.split('\n').filter((line) => line.trim() !== '')
  return { measured: status === 0 ? '没有' : `${lines.length} 行`, findings: status === 0 ? [] : lines }
}
