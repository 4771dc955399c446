import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { STATIC_KEYS, staticPath } from '#contract/static-files.ts'
import { projectRoot } from '#server/project-root.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { packAnswer } from '#contract/snapshot.ts'
import { must } from '#tests/support/panel-data.ts'
import { answersOf, filesOf, viewsOf } from './answers.ts'
import { orderOf } from './arguments.ts'
import { askAt } from './asker.ts'
import { nginxConf } from './nginx.ts'
import { counted } from './progress.ts'
import { readMe } from './read-me.ts'
import { wholesOf } from './wholes.ts'

/** Of what the server answers by these there is one of each in a folder. */
const OTHERS = ['theme', 'metric', 'period', 'from', 'to', 'release']

describe('the name of a file', () => {
  it.each([
    ['/api/v1/pack', '/api/v1/pack.json'],
    ['/api/v1/pack?release=3', '/api/v1/pack.json'],
    ['/api/v1/scenes/zonglan?root=330800&release=2&region=330881', '/api/v1/scenes/zonglan@region=330881@root=330800.json'],
    ['/api/v1/boundaries/330800?context=1', '/api/v1/boundaries/330800@context=1.json'],
    ['/api/v1/observations?indicator=xxt.members', '/api/v1/observations@indicator=xxt.members.json']
  ])('of %s is %s', (address, file) => expect(staticPath(address)).toBe(file))

  it('is the same to nginx: each query in its order', () => {
    const conf = nginxConf('/srv/screen')
    expect(conf).toContain('set $tx_name $tx_region_left$tx_root_left$tx_refArea$tx_indicator$tx_context$tx_theme$tx_scenes_left')
    for (const key of [...STATIC_KEYS, 'scenes', ...OTHERS]) expect(conf).toContain(`map "$arg_${key}" $tx_${key} {\n    default "@${key}=other";`)
    expect(conf).toContain('try_files $uri$tx_name.json $uri$tx_name =404;')
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
    expect(orderOf(['/srv/screen'], {})).toEqual({ folder: '/srv/screen', base: 'http://127.0.0.1:8080', scenes: [], release: undefined, pictures: true }))

  it('is at the port of the environment, as the server is, unless an address is given', () => {
    expect(orderOf(['a'], { PORT: '8195' }).base).toBe('http://127.0.0.1:8195')
    expect(orderOf(['a'], { PORT: '' }).base).toBe('http://127.0.0.1:8080')
    expect(orderOf(['a', '--url', 'http://10.1.2.3:81/'], { PORT: '8195' }).base).toBe('http://10.1.2.3:81')
    expect(() => orderOf(['a'], { PORT: '80 80' })).toThrow('PORT')
  })

  it.each([
    [[], '要且只要一个文件夹'],
    [['a', 'b'], '要且只要一个文件夹'],
    [['a', '--url', 'nowhere'], '不是网址'],
    [['a', '--release', '0'], '正整数'],
    [['a', '--scenes', 'Zonglan'], '场景代号'],
    [['a', '--all'], '用法']
  ])('%j is refused in words', (words, reason) => expect(() => orderOf(words)).toThrow(reason))

  it('says so where no server answers', async () => {
    await expect(askAt('http://127.0.0.1:9')('/api/v1/version')).rejects.toThrow(
      '连不上 http://127.0.0.1:9：请确认服务已启动；服务器在别处或用别的端口时写 --url 网址'
    )
  })
})

describe('what lies beside the answers', () => {
  it('is the name of what may be asked for by name, with either comma', () => {
    const wholes = (...scenes: string[]): string[] => wholesOf({ release: 3, root: '330800', scenes }).map(([path, part]) => path + part)
    const always = ['/api/v1/version@release=3', '/api/v1/pack@root=330800', '/api/v1/pack@region=330800']
    expect(wholes('zonglan', 'minzu')).toEqual([...always, '/api/v1/scenes@scenes=zonglan,minzu', '/api/v1/scenes@scenes=zonglan%2Cminzu'])
    expect(wholes('zonglan')).toEqual([...always, '/api/v1/scenes@scenes=zonglan'])
    expect(wholes(...Array.from({ length: 20 }, (_, at) => `scene-of-the-city-${at}`))).toEqual(always)
  })

  it('is a document of each scene, and of all where there are several and not too many', () => {
    const pack = packAnswer(normal())
    const scene = must(pack.scenes[0])
    const filesWith = (count: number): string[] => {
      const scenes = Array.from({ length: count }, (_, at) => ({ ...scene, id: `scene-${at}` }))
      return filesOf({ pack: { ...pack, scenes }, regions: [], indicators: [], places: [] })
    }
    expect(filesWith(2)).toEqual(expect.arrayContaining(['/api/v1/scenes/scene-1.xlsx', '/api/v1/decks.pptx?scenes=scene-0,scene-1']))
    for (const count of [1, 21]) expect(filesWith(count).filter((path) => path.includes('/decks.'))).toEqual([])
  })

  it('is a server that has the rules of nginx', () => {
    const server = readFileSync(join(projectRoot, 'scripts/static/serve.py'), 'utf8')
    const conf = nginxConf('/srv/screen')
    const policies = [...conf.matchAll(/Content-Security-Policy "(.+?)( frame-ancestors .*)?" always/g)].map(([, policy = '']) => policy)
    expect(policies).toHaveLength(3)
    for (const policy of policies) expect(server).toContain(`"${policy}`)
    const decoded = conf.replace(',%C-', ',-')
    const rules = [...decoded.matchAll(/"~\^(.+)[$:]" "@(\w+)=\$arg_\2";/g)]
      .map(([, rule, key]) => `("${key}", "${rule}")`)
      .filter((rule) => !rule.includes('release'))
    expect(server).toContain(`KEYS = (${rules.join(', ')})`)
    expect(server).toContain(`OTHERS = (${OTHERS.map((key) => `"${key}"`).join(', ')})`)
    expect(rules).toHaveLength(STATIC_KEYS.length + 1)
  })

  it('is a note that old editors of Windows read as well', () => {
    const note = readMe(packAnswer(normal()), { release: 3, scenes: 1, answers: 5, downloads: [] }, { files: 9, bytes: 1_500_000, troubles: [] })
    expect(note.startsWith('\uFEFF')).toBe(true)
    expect(note.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(note).toContain('约 9 个文件，2 MB')
  })
})

describe('how far it is', () => {
  it('is told at every quarter', () => {
    const lines: string[] = []
    const next = counted((line) => lines.push(line), '数据', 10)
    for (let done = 0; done < 10; done += 1) next()
    expect(lines).toEqual(['数据 3/10', '数据 5/10', '数据 8/10', '数据 10/10'])
  })
})
