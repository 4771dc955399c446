import { readManifest } from '#scripts/fonts/manifest.ts'
import { BUDGET } from '#scripts/fonts/report.ts'
import type { GateResult } from './gate.ts'
import { sizeResult } from './size.ts'

/** What the first scene paints, the whole screen with it, and what pages outside of it add. The slices are fetched only for glyphs that no pack has. */
export async function fontsGate(fontsDir: string): Promise<GateResult> {
  const manifest = await readManifest(fontsDir)
  if (manifest === undefined) return { measured: '没有构建', findings: [`${fontsDir} 不完整，请先运行 npm run build`] }
  const bytesOf = (...parts: readonly string[]): number => manifest.files.filter(({ part }) => parts.includes(part)).reduce((sum, { bytes }) => sum + bytes, 0)
  return sizeResult([
    { name: '首屏字体', bytes: bytesOf('first'), limit: BUDGET.first },
    { name: '全部字体', bytes: bytesOf('first', 'pack'), limit: BUDGET.all },
    { name: '嵌入与打印另加', bytes: bytesOf('outside'), limit: BUDGET.outside }
  ])
}
