// @vitest-environment node
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildFonts } from './build-fonts.ts'
import { readCmap } from './cmap.ts'
import { codePointsOf, sorted, textOf, within } from './code-points.ts'
import { fontFaceCoverage, uncovered, type FaceRule } from './coverage.ts'
import { readDemands, type TextSources } from './demand.ts'
import { FACES, faceName } from './faces.ts'
import { writeStandIn } from './fixtures/stand-in-pack.ts'
import { BUDGET, type FontReport } from './report.ts'
import { advanceOf, featureTags, viewOf } from './sfnt.ts'
import { codePointsIn, unpack } from './subset.ts'

let dir = ''
let outDir = ''
let sources: TextSources = { packDir: '', sourceDirs: [] }
let report: FontReport
let rules: FaceRule[] = []

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'fonts-'))
  outDir = join(dir, 'out')
  sources = await writeStandIn(dir)
  report = await buildFonts({ ...sources, outDir })
  rules = await fontFaceCoverage(outDir)
}, 60_000)

afterAll(() => rm(dir, { recursive: true, force: true }))

const subsets = (): FaceRule[] => rules.filter((rule) => rule.sheet === 'fonts.css')
const open = async (rule: FaceRule): Promise<Buffer> => unpack(await readFile(join(outDir, rule.file)))

describe('the folder of fonts', () => {
  it('stays within the budgets', () => {
    expect(report.bytes.first).toBeLessThan(130_000)
    expect(report.bytes.first).toBeLessThanOrEqual(BUDGET.first)
    expect(report.bytes.all).toBeLessThanOrEqual(BUDGET.all)
    expect(report.overBudget).toBe(false)
  })

  it('covers every character at every weight that paints it', async () => {
    expect(report.missing).toEqual([])
    expect(uncovered(subsets(), await readDemands(sources))).toEqual([])
  })

  it('declares for each subset exactly what the file brings', async () => {
    expect(subsets().length).toBeGreaterThan(FACES.length)
    for (const rule of subsets()) expect(sorted(codePointsIn(await open(rule))), rule.file).toEqual(sorted(rule.codePoints))
  })

  it('declares no code point twice within a face', () => {
    for (const face of FACES) {
      const own = subsets().filter((rule) => faceName(rule) === faceName(face))
      const slices = rules.filter((rule) => rule.sheet === 'slices.css' && faceName(rule) === faceName(face))
      const covered = own.flatMap((rule) => [...rule.codePoints])
      expect(new Set(covered).size, faceName(face)).toBe(covered.length)
      expect(slices.length, faceName(face)).toBeGreaterThan(0)
      for (const slice of slices) expect(textOf(within(slice.codePoints, new Set(covered))), slice.file).toBe('')
    }
  })

  it('lets the slices bring rare characters and leaves Chinese quotes to the Chinese faces', () => {
    const bringing = (text: string, family: string): FaceRule[] =>
      rules.filter((rule) => rule.family === family && within(codePointsOf(text), rule.codePoints).size > 0)
    expect(bringing('犇', 'Noto Sans SC').map((rule) => rule.weight)).toEqual([400, 600])
    expect(bringing('“—…', 'Barlow Semi Condensed')).toEqual([])
  })

  it('lists every file, with its size', async () => {
    const onDisk = (await readdir(outDir)).filter((name) => name.endsWith('.woff2'))
    expect(report.files.map((file) => file.file).toSorted()).toEqual(onDisk.toSorted())
    expect(rules.map((rule) => rule.file).toSorted()).toEqual(onDisk.toSorted())
    for (const { file, bytes } of report.files) expect((await stat(join(outDir, file))).size, file).toBe(bytes)
  })
})

describe('the digits', () => {
  const numberFaces = (): FaceRule[] => subsets().filter((rule) => rule.family.startsWith('Barlow') && rule.codePoints.has(0x30))

  it('are tabular without asking for it, and kerned', async () => {
    expect(numberFaces()).toHaveLength(4)
    for (const rule of numberFaces()) {
      const font = viewOf(await open(rule))
      const cmap = readCmap(font)
      const widths = sorted(codePointsOf('0123456789')).map((digit) => advanceOf(font, cmap.get(digit) ?? 0))
      expect(new Set(widths).size, rule.file).toBe(1)
      expect([...featureTags(font)], rule.file).toContain('kern')
    }
  })
})

describe('building again', () => {
  it('leaves the folder alone while the characters stay the same', async () => {
    const before = await stat(outDir)
    await writeFile(join(sources.packDir, 'extra.json'), JSON.stringify({ note: '全市' }))
    const again = await buildFonts({ ...sources, outDir })
    expect(again).toEqual({ ...report, reused: true })
    expect((await stat(outDir)).ino).toBe(before.ino)
  })

  it('mends a damaged folder with the same bytes and leaves nothing beside it', async () => {
    const readSheets = (): Promise<string[]> => Promise.all(['fonts.css', 'slices.css', 'manifest.json'].map((name) => readFile(join(outDir, name), 'utf8')))
    const sheets = await readSheets()
    await rm(join(outDir, report.files[0]?.file ?? ''))
    expect(await buildFonts({ ...sources, outDir })).toEqual(report)
    expect(await readSheets()).toEqual(sheets)
    expect((await readdir(dir)).toSorted()).toEqual(['out', 'pack', 'src'])
  })
})

describe('the alarm', () => {
  it('names a new character that no file of the family has, and not one that a slice has', async () => {
    await writeFile(join(sources.packDir, 'extra.json'), JSON.stringify({ name: '犇𒀀' }))
    const next = await buildFonts({ ...sources, outDir: join(dir, 'next') })
    await rm(join(sources.packDir, 'extra.json'))
    const lacking = [400, 600].map((weight) => ({ family: 'Noto Sans SC', weight, text: '𒀀' }))
    expect(next.reused).toBe(false)
    expect(next.missing).toEqual(lacking)
  })

  it('names a glyph that was taken out of the shipped rules', async () => {
    const robbed = rules.map((rule) => ({ ...rule, codePoints: new Set([...rule.codePoints].filter((code) => code !== 0x8861 && code !== 0x8862)) }))
    expect(uncovered(robbed, await readDemands(sources)).map(({ weight, text }) => [weight, text])).toEqual([
      [400, '衢'],
      [600, '衢']
    ])
  })
})
