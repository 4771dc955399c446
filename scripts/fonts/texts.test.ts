// @vitest-environment node
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readPackText } from './pack-text.ts'
import type { PaintedText } from './painted-text.ts'
import { readUiText } from './ui-text.ts'

let dir = ''
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'texts-'))
})
afterEach(() => rm(dir, { recursive: true, force: true }))

const put = async (files: Readonly<Record<string, unknown>>): Promise<void> => {
  for (const [path, content] of Object.entries(files)) {
    const file = join(dir, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content))
  }
}

/** `text role first|later`, sorted; the regular piece that every text has is left out when another one tells more. */
const summary = (pieces: readonly PaintedText[]): string[] => pieces.map(({ text, role, first }) => `${text} ${role} ${first ? 'first' : 'later'}`).toSorted()

describe('readPackText', () => {
  it('tells what the first scene paints', async () => {
    await put({
      'pack.json': {
        title: '题',
        scenes: ['b'],
        programmes: [
          { theme: 'b', text: '甲' },
          { theme: 'a', text: '乙' }
        ],
        codeLists: [
          { dimension: 'shown', codes: [{ code: 'a', name: '庚' }] },
          { dimension: 'elsewhere', codes: [{ code: 'a', name: '辛' }] },
          { dimension: 'state', codes: [{ code: 'a', name: '壬' }] }
        ]
      },
      'scenes/a.json': { title: '彼', panels: [{ subtitle: '丙' }] },
      'scenes/b.json': { title: '此', panels: [{ subtitle: '丁', needs: [{ indicator: 'x', by: 'shown' }] }] },
      'indicators.json': [
        { id: 'x', unitMeasure: '个', definition: '戊', valueList: 'state' },
        { id: 'y', unitMeasure: '名' }
      ],
      'published.json': {
        observations: [
          { indicator: 'x', scope: '全', note: '己' },
          { indicator: 'y', scope: '村' },
          { indicator: 'x', scope: '全', breakdown: { elsewhere: 'a' } }
        ]
      }
    })
    const regular = (await readPackText(dir)).filter((piece) => piece.role === 'regular')
    const han = (first: boolean): string =>
      regular
        .filter((piece) => piece.first === first)
        .map((piece) => piece.text.replace(/[ -~]/g, ''))
        .join('')
    expect(Array.from(han(true)).toSorted()).toEqual(Array.from('题甲彼此丁个全全庚壬').toSorted())
    expect(Array.from(han(false)).toSorted()).toEqual(Array.from('乙丙戊己名村辛').toSorted())
  })

  it('tells bold and serif by key and place', async () => {
    await put({
      'scenes/a.json': { title: '此', panels: [{ title: '板', subtitle: '副', options: { line: '行', label: '项', display: '匾' } }] },
      'scenes/b.json': { title: '彼' },
      'pack.json': { product: '品', sources: [{ title: '源' }] }
    })
    const special = (await readPackText(dir)).filter((piece) => piece.role !== 'regular')
    expect(summary(special)).toEqual(
      [
        '品 bold first',
        '品 title first',
        '彼 bold first',
        '彼 title later',
        '板 bold first',
        '此 bold first',
        '此 title first',
        '匾 title first',
        '项 bold first'
      ].toSorted()
    )
  })

  it('takes the first scene from the pack, else zonglan, else the first by name', async () => {
    const firstTitle = async (): Promise<string[]> =>
      (await readPackText(dir)).filter((piece) => piece.role === 'title' && piece.first).map((piece) => piece.text)
    await put({ 'scenes/a.json': { title: '甲' }, 'scenes/b.json': { title: '乙' } })
    expect(await firstTitle()).toEqual(['甲'])
    await put({ 'scenes/zonglan.json': { title: '总' } })
    expect(await firstTitle()).toEqual(['总'])
    await put({ 'pack.json': { scenes: ['b', 'a'] } })
    expect(await firstTitle()).toEqual(['乙'])
  })

  it('names the file that is not JSON', async () => {
    await put({ 'regions.json': '{' })
    await expect(readPackText(dir)).rejects.toThrow('regions.json')
  })
})

describe('readUiText', () => {
  it('reads strings, templates, JSX and CSS content, and no comments', async () => {
    await put({
      'a.tsx': '// 注\n/** 释 */ export const A = () => <p title="题">文{/* 内 */}{`共${1}个`}</p> //! 尾',
      'b.ts': "const url: string = 'http://甲' // 评\nexport const c = <T,>(x: T) => [x, url, '\\u2212']",
      'c.css': '/* 注 */ a::before { content: "※" }',
      'd.test.ts': "it('测')"
    })
    const texts = (await readUiText([dir], new Set(['bars']))).filter((piece) => piece.role === 'regular').map((piece) => piece.text)
    expect(texts.toSorted()).toEqual(['个', '共', '文', '甲', '题', '※', '−'].toSorted())
  })

  it('takes short runs and the bold file for bold, and lets the later shells wait', async () => {
    await put({
      'a.ts': "export const a = ['短短短短', '长长长长长']",
      'x/strings-bold.ts': "export const b = '粗粗粗粗粗粗'",
      'modes/remote/c.ts': "export const c = '遥'"
    })
    expect(summary(await readUiText([dir], new Set(['bars'])))).toEqual(
      [
        '短短短短 regular first',
        '短短短短 bold first',
        '长长长长长 regular first',
        '粗粗粗粗粗粗 regular first',
        '粗粗粗粗粗粗 bold first',
        '遥 regular later',
        '遥 bold later'
      ].toSorted()
    )
  })

  it('lets the kinds wait that the first scene does not show, and what only they use', async () => {
    await put({
      'panels/bars.tsx': "export const a = '条'",
      'panels/bars-wide.tsx': "export const a = '宽'",
      'panels/hall.tsx': "export const a = '殿'",
      'panels/hall/roof.tsx': "export const a = '顶'",
      'charts/bars-option.ts': "export const a = '轴'",
      'charts/hall-geometry.ts': "export const a = '柱'",
      'charts/parts.ts': "export const a = '共'"
    })
    const regular = (await readUiText([dir], new Set(['bars']))).filter(({ role }) => role === 'regular')
    const han = (first: boolean): string[] => regular.filter((piece) => piece.first === first).map(({ text }) => text)
    expect(han(true).toSorted()).toEqual(['共', '条', '轴'].toSorted())
    expect(han(false).toSorted()).toEqual(['宽', '殿', '顶', '柱'].toSorted())
  })
})
