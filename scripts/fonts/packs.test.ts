// @vitest-environment node
import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildFonts } from './build-fonts.ts'
import { fontFaceCoverage, uncovered } from './coverage.ts'
import { readDemands } from './demand.ts'
import { BUDGET } from './report.ts'

const packs = readdirSync('packs').filter((name) => existsSync(join('packs', name, 'pack.json')))

describe.each(packs)('the fonts of packs/%s', (name) => {
  const sources = { packDir: join('packs', name), sourceDirs: ['src'] }

  it('cover the pack and the code within the budgets', { timeout: 60_000 }, async () => {
    const outDir = await mkdtemp(join(tmpdir(), 'fonts-'))
    const report = await buildFonts({ ...sources, outDir })
    const lacking = uncovered(
      (await fontFaceCoverage(outDir)).filter((rule) => rule.sheet === 'fonts.css'),
      await readDemands(sources)
    )
    await rm(outDir, { recursive: true })
    expect(report.missing).toEqual([])
    expect(lacking).toEqual([])
    expect(report.bytes.first).toBeLessThanOrEqual(BUDGET.first)
    expect(report.bytes.all).toBeLessThanOrEqual(BUDGET.all)
    expect(report.bytes.outside).toBeLessThanOrEqual(BUDGET.outside)
  })
})
