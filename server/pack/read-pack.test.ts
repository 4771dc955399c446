import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from '#server/testing/temporary-folder.ts'
import { tinyPack, writePack } from '#server/testing/tiny-pack.ts'
import { readPack } from './read-pack.ts'

function tinyFolder(): string {
  const folder = temporaryFolder()
  writePack(folder, tinyPack())
  return folder
}

const edit = (file: string, from: string, to: string): void => writeFileSync(file, readFileSync(file, 'utf8').replace(from, to))

it('reads what was written', async () => {
  expect(await readPack(tinyFolder())).toEqual(tinyPack())
})

it('does without demo figures', async () => {
  const folder = tinyFolder()
  rmSync(join(folder, 'demo.json'))
  expect((await readPack(folder)).observations).toHaveLength(2)
})

it.each([
  ['indicators.json', '"unitMeasure":"%"', '"unitMeasure":""', 'indicators.json：第2项 .unitMeasure 不能为空。'],
  ['regions.json', '"level":"city"', '"level":"town"', 'regions.json：第1项 .level 须为 province、city、county 之一。'],
  ['published.json', '"obsValue":"167"', '"obsValue":167', 'published.json：第1项 .obsValue 须为文本。'],
  ['published.json', '"scale":1', '"scale":2', 'published.json：第1项 .scale 须为 1 或 10000 或 10000000 或 100000000。'],
  ['pack.json', '"root":"330800"', '"root":"3308"', 'pack.json：.root 须为六位行政区划代码，如 330803。'],
  ['pack.json', '"product"', '"produkt"', 'pack.json：.product 缺少这一项。'],
  ['pack.json', '{', '{{', 'pack.json：第 1 行第 2 个字符起不是有效的 JSON。'],
  ['scenes/zonglan.json', '"id":"zonglan"', '"id":"zongjie"', 'scenes/zonglan.json：.id 须与文件名一致，为 zonglan。'],
  ['published.json', '"indicator":"rate"', '"indicator":"services"', 'published.json：第2项与 published.json 第1项重复（330800|services|全市|2022-10|）。']
])('names what is wrong in %s', async (file, from, to, message) => {
  const folder = tinyFolder()
  edit(join(folder, file), from, to)
  await expect(readPack(folder)).rejects.toThrow(message)
})

it('names a missing file and a missing folder', async () => {
  const folder = tinyFolder()
  rmSync(join(folder, 'regions.json'))
  await expect(readPack(folder)).rejects.toThrow('regions.json：文件不存在。')
  await expect(readPack(join(folder, 'none'))).rejects.toThrow('请检查环境变量 PACK')
})

it('holds the whole to the pack rules', async () => {
  const folder = tinyFolder()
  edit(join(folder, 'demo.json'), '"refArea":"330802"', '"refArea":"330899"')
  await expect(readPack(folder)).rejects.toThrow('没有这个地区 330899')
})
