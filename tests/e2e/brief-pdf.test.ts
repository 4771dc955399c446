import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { orderOf } from '#scripts/brief/arguments.ts'
import { printBrief } from '#scripts/brief/print.ts'
import { openBrief } from './brief-page.ts'
import { phrasesOn } from './browser.ts'
import { serve } from './served.ts'

const served = serve()
const SCENES = 'zonglan,huigui,minzu,yinling'
const folder = mkdtempSync(join(tmpdir(), 'brief-pdf-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** In bytes, with its share of the fonts. */
const LIMIT_PER_PAGE = 150_000

/** What a tool of poppler says. */
function poppler(tool: 'pdftotext' | 'pdfinfo' | 'pdffonts' | 'pdfimages', ...words: string[]): string {
  try {
    return execFileSync(tool, words, { encoding: 'utf8' })
  } catch (error) {
    throw new Error(`${tool} 没有做成：请安装 Debian 的 poppler-utils 软件包（apt-get install poppler-utils）`, { cause: error })
  }
}

const close = (text: string): string => text.replaceAll(/\s/g, '')
const HOUSE = /\+(NotoSansSC|NotoSerifSC|BarlowCondensed|BarlowSemiCondensed)/

it.each([
  [['--scenes', 'huigui,nowhere'], '--scenes 里有不存在的场景：huigui,nowhere'],
  [['--scenes', 'huigui', '--release', '99'], '没有第 99 版'],
  [['--scenes', 'zonglan,lianyi', '--period', '2031-01'], '--period 有误：没有2031年1月的数据：这些场景的月度和逐日数据只有2021年5月至2022年10月']
])('prints nothing else than was asked for: %j', async (words, message) => {
  await expect(printBrief(orderOf(['--url', served.url, '--out', join(folder, 'none.pdf'), ...words]))).rejects.toThrow(message)
})

describe.each([
  ['a4', 841.9, 595],
  ['16x9', 960, 540]
] as const)('the PDF of %s pages', (size, width, height) => {
  const out = join(folder, `${size}.pdf`)
  let pages = 0
  beforeAll(async () => {
    pages = await printBrief(orderOf(['--url', served.url, '--scenes', SCENES, '--size', size, '--out', out]))
  })

  it('has the pages that are seen, in their size', () => {
    const info = poppler('pdfinfo', out)
    expect(Number(/Pages:\s+(\d+)/.exec(info)?.[1])).toBe(pages)
    expect(pages).toBeGreaterThanOrEqual(3)
    const [, wide, high] = /Page size:\s+([\d.]+) x ([\d.]+) pts/.exec(info) ?? []
    expect(Math.abs(Number(wide) - width)).toBeLessThan(1)
    expect(Math.abs(Number(high) - height)).toBeLessThan(1)
    expect(info).toContain('工作简报')
  })

  it('is light enough to be sent: hatches that are kept as pictures make a page twice as heavy', () => {
    expect(statSync(out).size / pages).toBeLessThan(LIMIT_PER_PAGE)
  })

  it('says what the pages say: headline, leading figures, footnotes, page numbers', async () => {
    const text = close(poppler('pdftotext', '-raw', out, '-'))
    const { page } = await openBrief(served.browser, `${served.url}/brief?scenes=${SCENES}&size=${size}`)
    const [headlines, notes, numbers] = await Promise.all(
      ['.sheet-headline', '.sheet-note', '.sheet-number'].map((part) => page.locator(part).allTextContents())
    )
    const phrases = await phrasesOn(page)
    await page.close()
    const words = [...(headlines ?? []), ...(notes ?? []), ...(numbers ?? []), ...phrases.map(([, phrase]) => phrase), '来源：衢州统一战线专版2022-10', '第1版']
    expect(words.length).toBeGreaterThan(50)
    expect(words.filter((word) => !text.includes(close(word)))).toEqual([])
  })

  it('is set in the faces of the house alone, all within it', () => {
    const fonts = poppler('pdffonts', out)
      .split('\n')
      .slice(2)
      .filter((line) => line !== '')
    expect(fonts.length).toBeGreaterThan(3)
    // Outlines behind a map's labels are drawn from the same faces, as shapes without a name.
    expect(fonts.filter((line) => !HOUSE.test(line) && !/^\[none\]\s+Type 3/.test(line))).toEqual([])
    expect(fonts.filter((line) => !/ yes (yes|no)\s+(yes|no)\s+\d+\s+\d+$/.test(line))).toEqual([])
  })

  it('is drawn, not photographed: no picture in it is as large as a chart', () => {
    const pictures = poppler('pdfimages', '-list', out)
      .split('\n')
      .slice(2)
      .filter((line) => line !== '')
    const large = pictures.filter((line) => {
      const [, , , across, down] = line.trim().split(/\s+/)
      return Number(across) > 100 && Number(down) > 100
    })
    expect(large).toEqual([])
    // Those within a pattern, such as a gradient that is repeated, are in no page's list.
    const inside = [...readFileSync(out, 'latin1').matchAll(/\/Subtype \/Image\s+\/Width (\d+)\s+\/Height (\d+)/g)]
    expect(inside.filter(([, across, down]) => Number(across) > 100 || Number(down) > 100).map(([found]) => found)).toEqual([])
  })
})
