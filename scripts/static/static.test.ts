import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { STATIC_KEYS, staticPath } from '#contract/static-files.ts'
import { temporaryFolder } from '#server/testing/temporary-folder.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { packAnswer } from '#contract/snapshot.ts'
import { answersOf, viewsOf } from './answers.ts'
import { orderOf } from './arguments.ts'
import { askAt } from './asker.ts'
import { MARK, replaced, writeInto } from './folder.ts'
import { nginxConf } from './nginx.ts'

describe('the name of a file', () => {
  it.each([
    ['/api/v1/pack', '/api/v1/pack.json'],
    ['/api/v1/pack?release=3', '/api/v1/pack.json'],
    ['/api/v1/scenes/zonglan?root=330800&release=2&region=330881', '/api/v1/scenes/zonglan@region=330881@root=330800.json'],
    ['/api/v1/boundaries/330800?context=1', '/api/v1/boundaries/330800@context=1.json'],
    ['/api/v1/observations?indicator=xxt.members', '/api/v1/observations@indicator=xxt.members.json']
  ])('of %s is %s', (address, file) => expect(staticPath(address)).toBe(file))

  it('is the same to nginx: each query in its order, and the release that is there', () => {
    const conf = nginxConf('/srv/screen', 3)
    expect(conf).toContain(`try_files $uri${STATIC_KEYS.map((key) => `$tx_${key}`).join('')}$tx_release.json`)
    for (const key of STATIC_KEYS) expect(conf).toContain(`map $arg_${key} $tx_${key}`)
    expect(conf).toContain('"3" ""')
  })
})

describe('what is written', () => {
  const pack = packAnswer(normal())
  const { regions } = normal().document

  it('has a view of each part of the root, and of each region that can be entered', () => {
    const town = { code: '330891', name: '某镇', level: 'county' as const, parent: '330881', wholeScope: '全镇' }
    expect(viewsOf({ pack, regions })).toHaveLength(7)
    expect(viewsOf({ pack, regions: [...regions, town] })).toEqual(expect.arrayContaining(['?root=330881', '?region=330891&root=330881']))
  })

  it('has one file for each address', () => {
    const places = [{ scene: 'zonglan', panel: 'kpi' }]
    const files = answersOf({ pack, regions, indicators: ['xxt.members'], places }).map(staticPath)
    expect(new Set(files).size).toBe(files.length)
    expect(files).toEqual(expect.arrayContaining(['/api/v1/panels/zonglan/kpi@region=330881.json', '/api/v1/scenes/minzu.json']))
  })
})

describe('what is asked for', () => {
  it('is all of the server on this machine unless told otherwise', () =>
    expect(orderOf(['/srv/screen'])).toEqual({ folder: '/srv/screen', base: 'http://127.0.0.1:8080', scenes: [], release: undefined, pictures: true }))

  it.each([
    [[], '要且只要一个文件夹'],
    [['a', 'b'], '要且只要一个文件夹'],
    [['a', '--url', 'nowhere'], '不是网址'],
    [['a', '--release', '0'], '正整数'],
    [['a', '--scenes', 'Zonglan'], '场景代号'],
    [['a', '--all'], '用法']
  ])('%j is refused in words', (words, reason) => expect(() => orderOf(words)).toThrow(reason))

  it('says so where no server answers', async () => {
    await expect(askAt('http://127.0.0.1:9')('/api/v1/version')).rejects.toThrow('连不上 http://127.0.0.1:9：请确认服务已启动')
  })
})

describe('the folder', () => {
  const ours = (folder: string): Promise<void> =>
    replaced(folder, async (fresh) => {
      await writeInto(fresh, 'api/v1/pack.json', '{}')
      await writeInto(fresh, MARK, '{"made":"tongxin-screen static export"}')
    })

  it('is made, and made anew over an earlier export, with nothing of that left', async () => {
    const folder = join(temporaryFolder(), 'out')
    await ours(folder)
    writeFileSync(join(folder, 'old.txt'), 'x')
    await ours(folder)
    expect(readdirSync(folder).toSorted()).toEqual(['api', MARK])
    expect(readdirSync(dirname(folder))).toEqual(['out'])
  })

  it('is left alone where it holds what is not ours', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'mine.txt'), 'mine')
    await expect(ours(folder)).rejects.toThrow('里已有别的东西，不会覆盖')
    expect(readFileSync(join(folder, 'mine.txt'), 'utf8')).toBe('mine')
    await expect(ours(join(folder, 'mine.txt'))).rejects.toThrow('是一个文件')
  })

  it('stays as it was when the export fails half-way', async () => {
    const folder = join(temporaryFolder(), 'out')
    await ours(folder)
    const fails = replaced(folder, async (fresh) => {
      mkdirSync(join(fresh, 'api'))
      throw new Error('half-way')
    })
    await expect(fails).rejects.toThrow('half-way')
    expect(existsSync(join(folder, 'api/v1/pack.json'))).toBe(true)
    expect(readdirSync(dirname(folder))).toEqual(['out'])
  })
})
