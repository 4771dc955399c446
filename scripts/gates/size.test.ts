import { randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { normal } from '#mocks/fixtures/normal.ts'
import { temporaryFolder } from '#server/testing/temporary-folder.ts'
import { tinyPack } from '#server/testing/tiny-pack.ts'
import { answersGate, packRepository } from './size-answers.ts'
import { embedGate } from './size-embed.ts'
import { fontsGate } from './size-fonts.ts'
import { javascriptGate, startsOf } from './size-javascript.ts'

/** A built client: a page, and chunks of so many bytes that no compression makes smaller. */
function client(page: string, chunks: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), page)
  for (const [name, text] of Object.entries(chunks)) writeFileSync(join(folder, 'assets', name), text)
  return folder
}

const noise = (bytes: number): string => randomBytes(bytes).toString('latin1')
const PAGE = '<script type="module" crossorigin src="/assets/index.js"></script>'

describe('the gate on the script of other pages', () => {
  const built = (bytes: number): string => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'embed.js'), 'x'.repeat(bytes))
    return folder
  }

  it('lets 3 KB pass, as they are', () => expect(embedGate(built(3_072)).findings).toEqual([]))

  it('canary: one byte more, or no script, closes it', () => {
    expect(embedGate(built(3_073)).findings).toEqual([expect.stringContaining('embed.js')])
    expect(embedGate(temporaryFolder()).findings).toEqual([expect.stringContaining('npm run build')])
  })
})

describe('the gate on JavaScript', () => {
  it('lets a small bundle pass', () => {
    const { findings, measured } = javascriptGate(client(PAGE, { 'index.js': 'export {}' }))
    expect([findings, measured]).toEqual([[], expect.stringMatching(/^index 1 个脚本 0\.0 KB \/ 320\.0 KB$/)])
  })

  it('counts for each mode what it imports, at once or by a call, and each chunk once', () => {
    const chunks = {
      'index.js': 'import{a}from"./shared.js";import("./desk-AbCd1234.js");import("./wall-AbCd1234.js");import("./later/remote.js")',
      'desk-AbCd1234.js': 'import"./shared.js";import("./panel.js");import("./later/sheet.js")',
      'wall-AbCd1234.js': 'import"./shared.js"',
      'panel.js': 'import"./shared.js"',
      'shared.js': 'export const a=1',
      'other.js': ''
    }
    expect(startsOf(client(PAGE, chunks))).toEqual([
      { name: 'desk', scripts: ['assets/desk-AbCd1234.js', 'assets/index.js', 'assets/panel.js', 'assets/shared.js'] },
      { name: 'wall', scripts: ['assets/index.js', 'assets/shared.js', 'assets/wall-AbCd1234.js'] }
    ])
  })

  it('canary: what is imported at once counts, wherever it lies', () => {
    const folder = client(PAGE, { 'index.js': 'import("./desk.js")', 'desk.js': 'import"./later/sheet.js"' })
    mkdirSync(join(folder, 'assets/later'))
    writeFileSync(join(folder, 'assets/later/sheet.js'), noise(330 * 1024))
    expect(javascriptGate(folder).findings).toEqual([expect.stringMatching(/^desk 3 个脚本 .*超过上限/)])
  })

  it('canary: a chunk too many closes it', () => {
    const { findings } = javascriptGate(client(PAGE, { 'index.js': 'import("./big.js")', 'big.js': noise(330 * 1024) }))
    expect(findings).toEqual([expect.stringMatching(/^big 2 个脚本 .* KB，超过上限 320\.0 KB$/)])
  })

  it('canary: too much for a tablet closes it', () => {
    const folder = client(PAGE, { 'index.js': 'export {}' })
    mkdirSync(join(folder, 'assets/later'))
    writeFileSync(join(folder, 'assets/later/hand-AbCd1234.js'), noise(95 * 1024))
    expect(javascriptGate(folder).findings).toEqual([expect.stringMatching(/^平板另加 .*超过上限 90\.0 KB$/)])
  })

  it('canary: no build and no script close it', () => {
    expect(javascriptGate(temporaryFolder()).findings).toHaveLength(1)
    expect(javascriptGate(client('<p>空</p>', {})).findings).toHaveLength(1)
  })
})

/** A folder of fonts as the build describes it. */
function fonts(sizes: Readonly<Record<'first' | 'pack' | 'slice', number>>): string {
  const folder = temporaryFolder()
  const files = Object.entries(sizes).map(([part, bytes]) => ({ file: `${part}.woff2`, family: 'Sans', weight: 400, part, bytes, codePoints: 1 }))
  for (const { file, bytes } of files) writeFileSync(join(folder, file), Buffer.alloc(bytes))
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ inputs: '', files, missing: [] }))
  return folder
}

describe('the gate on fonts', () => {
  it('leaves the slices out', async () => expect((await fontsGate(fonts({ first: 100 * 1024, pack: 100 * 1024, slice: 900 * 1024 }))).findings).toEqual([]))

  it('canary: each budget closes it', async () => {
    expect((await fontsGate(fonts({ first: 151 * 1024, pack: 0, slice: 0 }))).findings).toEqual(['首屏字体 151.0 KB，超过上限 150.0 KB'])
    expect((await fontsGate(fonts({ first: 140 * 1024, pack: 111 * 1024, slice: 0 }))).findings).toEqual(['全部字体 251.0 KB，超过上限 250.0 KB'])
    expect((await fontsGate(temporaryFolder())).findings).toHaveLength(1)
  })
})

describe('the gate on answers', () => {
  it('lets the default pack pass', async () => {
    const { document, observations } = normal()
    const figures = observations.map(({ release: _release, ...o }) => o)
    expect((await answersGate(await packRepository({ document, observations: figures }))).findings).toEqual([])
  })

  it('canary: a scene too rich and a map too fine close it', async () => {
    const { document, observations } = tinyPack()
    const panels = Array.from({ length: 900 }, (_panel, index) => ({
      id: `p${index}`,
      kind: 'kpi',
      title: randomBytes(15).toString('hex'),
      needs: [],
      area: {}
    }))
    const points = Array.from({ length: 5000 }, () => [Math.random(), Math.random()])
    const outline = { type: 'Feature' as const, properties: { kind: 'outline' as const }, geometry: { type: 'LineString' as const, coordinates: points } }
    const fat = {
      ...document,
      scenes: document.scenes.map((scene) => ({ ...scene, panels })),
      boundaries: { ...document.boundaries, features: [...document.boundaries.features, outline] }
    }
    const { findings } = await answersGate(await packRepository({ document: fat, observations }))
    expect(findings).toEqual([expect.stringMatching(/^场景 zonglan .*超过上限 14\.0 KB$/), expect.stringMatching(/^边界与周边 .*超过上限 12\.0 KB$/)])
  })
})
