import { describe, expect, it } from 'vitest'
import type { Snapshot } from '#contract/snapshot.ts'
import { packAnswer, sceneAnswer } from '#contract/snapshot.ts'
import { hidden } from '#mocks/fixtures/hidden.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { published } from '#mocks/fixtures/published.ts'
import { COUNTY, deepPack } from '#tests/support/deep-pack.ts'
import { must } from '#tests/support/panel-data.ts'
import { namesOf, type Name } from './names.ts'
import { optionsOf, search, spellName, suggestions, type SpeltName } from './search.ts'
import { speak } from './speak.ts'

const answersOf = (snapshot: Snapshot) => snapshot.document.scenes.map(({ id }) => sceneAnswer(snapshot, { id, region: undefined }))
const namesIn = (snapshot: Snapshot): readonly Name[] => namesOf(packAnswer(snapshot), answersOf(snapshot), 'column')
const spelt: readonly SpeltName[] = namesIn(normal()).map((name) => spellName(name, speak))
const found = (query: string, among = spelt): string[] => search(query, among).map(({ name }) => `${name.kind} ${name.name}`)

describe('what is found first', () => {
  it.each([
    ['xxt', 'scene 同心共富·乡贤通'],
    ['XXT', 'scene 同心共富·乡贤通'],
    ['ｘｘｔ', 'scene 同心共富·乡贤通'],
    ['xiangxian', 'scene 同心共富·乡贤通'],
    ['xiangxiantong', 'scene 同心共富·乡贤通'],
    ['xiangxt', 'scene 同心共富·乡贤通'],
    ['xiang xian tong', 'scene 同心共富·乡贤通'],
    ['乡贤', 'scene 同心共富·乡贤通'],
    ['乡xt', 'scene 同心共富·乡贤通'],
    ['byt', 'scene 亲清半月谈'],
    ['半月谈', 'scene 亲清半月谈'],
    ['亲清 半月谈', 'scene 亲清半月谈'],
    ['st', 'scene 共享食堂'],
    ['gxst', 'scene 共享食堂'],
    ['回归', 'scene 双招双引·回归'],
    ['js', 'region 江山市'],
    ['jiangshan', 'region 江山市'],
    ['qj', 'region 衢江区'],
    ['quj', 'region 衢江区'],
    ['quzhou', 'region 衢州市'],
    ['lyx', 'region 龙游县'],
    ['cs', 'region 常山县'],
    ['changshan', 'region 常山县'],
    ['fwmyd', 'indicator 服务满意度'],
    ['半月谈 满意', 'indicator 企业满意率'],
    ['满意 byt', 'indicator 企业满意率'],
    ['zhongsu', 'indicator 重塑工作机制'],
    ['chongsu', 'indicator 重塑工作机制'],
    ['办理服务', 'indicator 办理服务事项'],
    ['乡贤bao', 'programme 乡贤宝'],
    ['3.0', 'programme 同心共富·乡贤通3.0']
  ])('%s: %s', (query, first) => expect(found(query)[0]).toBe(first))

  it('is the exact short name of a scene before a region that begins so, and both are found', () =>
    expect(found('ly').slice(0, 2)).toEqual(['scene 联谊交流与和谐', 'region 龙游县']))

  it.each(['', '  ', '·', 'zzzz', '没有的', 'xxt 没有的'])('nothing for "%s"', (query) => expect(found(query)).toEqual([]))

  it('needs no dictionary for what is written out', () => {
    const unspoken = namesIn(normal()).map((name) => spellName(name))
    expect(found('半月谈', unspoken)[0]).toBe('scene 亲清半月谈')
    expect(found('byt', unspoken)).toEqual([])
  })
})

describe('a region with something else', () => {
  const inRegions = (query: string, among = spelt): string[] => search(query, among).map(({ name, region }) => `${name.kind} ${name.name} · ${region?.name}`)

  it.each([
    ['江山市 回归', 'scene 双招双引·回归 · 江山市'],
    ['回归 江山', 'scene 双招双引·回归 · 江山市'],
    ['衢江 食堂', 'scene 共享食堂 · 衢江区'],
    ['js hg', 'scene 双招双引·回归 · 江山市'],
    ['衢州 半月谈 满意', 'indicator 企业满意率 · 衢州市'],
    ['龙游 乡贤宝', 'programme 乡贤宝 · 龙游县']
  ])('%s: %s', (query, first) => expect(inRegions(query)[0]).toBe(first))

  it('is found once, among others', () => {
    const all = inRegions('js js hg')
    expect(new Set(all).size).toBe(all.length)
    expect(inRegions('江山市 回归').some((hit) => /^indicator .*回归项目.* · 江山市$/.test(hit))).toBe(true)
    const keys = optionsOf(search('江山 乡贤', spelt)).map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('further down is found, with whose part it is, and is not there before anything is typed', () => {
    const names = namesIn(deepPack())
    const deep = names.map((name) => spellName(name, speak))
    expect(must(search('乙镇', deep)[0]).name).toMatchObject({ id: '330892', root: COUNTY })
    expect(must(search('js', deep)[0]).name.root).toBeUndefined()
    expect(inRegions('yizhen hg', deep)[0]).toBe('scene 双招双引·回归 · 乙镇')
    expect(suggestions(names).filter(({ hit }) => hit.name.kind === 'region')).toHaveLength(7)
  })
})

describe('what was typed', () => {
  const marked = (query: string): string => {
    const hit = must(search(query, spelt)[0])
    return Array.from(hit.text, (character, at) => (hit.marks.some(({ from, to }) => at >= from && at < to) ? `[${character}]` : character)).join('')
  }
  it.each([
    ['xxt', '同心共富·[乡][贤][通]'],
    ['byt', '亲清[半][月][谈]'],
    ['txgf', '[同][心][共][富]·乡贤通'],
    ['fuxiang', '同心共[富][·][乡]贤通'],
    ['jiangs', '[江][山]市'],
    ['办 fw', '[办]理[服][务]事项'],
    ['表彰连续', '“榜样统战人物”[表][彰][连][续]举办']
  ])('%s is marked: %s', (query, text) => expect(marked(query)).toBe(text))
})

describe('where it is shown', () => {
  const places = (id: string, names = namesIn(normal())): string[] => must(names.find((name) => name.id === id)).places.map(({ scene }) => scene)

  it('is the scene of its own theme, then every other one that shows it', () => {
    expect(places('xxt.satisfaction')).toEqual(['xiangxiantong', 'zonglan'])
    expect(places('zs.projects')).toEqual(['huigui', 'zonglan'])
    const options = optionsOf(search('fwmyd', spelt))
    expect(options.map(({ place, first }) => [place?.scene, place?.panel, first])).toEqual([
      ['xiangxiantong', 'kpi', true],
      ['zonglan', 'kpi', false]
    ])
  })

  it('is the scene with the names of the programmes', () =>
    expect(must(search('qqcx', spelt)[0]).name.places).toEqual([{ scene: 'qinqing', title: '亲清半月谈', panel: 'programmes' }]))

  it('is there before anything is typed: scenes and regions', () => {
    const kinds = suggestions(namesIn(normal())).map(({ hit }) => hit.name.kind)
    expect(kinds).toEqual([...Array.from({ length: 10 }, () => 'scene'), ...Array.from({ length: 7 }, () => 'region')])
  })
})

describe('what is left out', () => {
  const ids = (names: readonly Name[]): string[] => names.map(({ id }) => id)

  it('is a score, and what it is made of, while ranks are hidden', () => {
    const ranked = ids(namesIn(normal())).filter((id) => id.startsWith('ls.'))
    expect(ranked.toSorted()).toEqual(['ls.loans', 'ls.platforms', 'ls.projects', 'ls.satisfaction', 'ls.score', 'ls.services'])
    const unranked = ids(namesIn(hidden())).filter((id) => id.startsWith('ls.'))
    expect(unranked.every((id) => id.endsWith('.change'))).toBe(true)
    expect(unranked).toHaveLength(6)
  })

  it('is an indicator of which there are only demo figures, without these', () => {
    const [all, own] = [ids(namesIn(normal())), ids(namesIn(published()))]
    expect(all).toContain('xxt.loop')
    expect(own).not.toContain('xxt.loop')
    expect(own.filter((id) => id.startsWith('ls.'))).toEqual([])
    expect(own).toContain('xxt.members')
  })

  it('is every figure but the published one of the name itself', () => {
    const names = namesIn(normal())
    const figured = names.flatMap(({ figure }) => figure ?? [])
    expect(figured.length).toBeGreaterThan(40)
    expect(figured.every(({ observation }) => observation.origin === 'published' && observation.obsValue !== null)).toBe(true)
    expect(must(names.find(({ id }) => id === 'ls.score')).figure).toBeUndefined()
  })

  it('is no scene that has not come', () => {
    const snapshot = normal()
    const names = namesOf(packAnswer(snapshot), [], 'column')
    expect(names.filter(({ kind }) => kind === 'scene')).toHaveLength(10)
    expect(names.filter(({ kind }) => kind === 'indicator')).toEqual([])
  })
})
