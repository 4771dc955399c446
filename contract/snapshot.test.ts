import { describe, expect, it } from 'vitest'
import { PackAnswer, SceneAnswer } from '#contract/endpoints.ts'
import type { Need } from '#contract/scene.ts'
import {
  boundariesAnswer,
  childrenOf,
  observationsAnswer,
  observationsFor,
  packAnswer,
  sceneAnswer,
  type NeedContext,
  type Snapshot
} from '#contract/snapshot.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { partial } from '#mocks/fixtures/partial.ts'
import { published } from '#mocks/fixtures/published.ts'
import { empty } from '#mocks/fixtures/empty.ts'
import { changed } from '#tests/support/panel-data.ts'
import { problemOf } from '#tests/support/problem-of.ts'

const COUNTIES = ['330802', '330803', '330822', '330824', '330825', '330881']
const snapshot = normal()

const contextOf = ({ document, observations }: Snapshot, region = '330800'): NeedContext => ({
  regions: document.regions,
  indicators: document.indicators,
  root: document.info.root,
  region,
  observations
})
const met = (need: Partial<Need>, region?: string, from = snapshot) =>
  observationsFor(contextOf(from, region), { indicator: 'xxt.services', area: 'root', freq: 'M', ...need })
const areas = (found: readonly { refArea: string }[]): string[] => [...new Set(found.map(({ refArea }) => refArea))].toSorted()

describe('sceneAnswer', () => {
  it('names the codes of the dimensions it shows, and the programmes of its theme', () => {
    const { codeLists, programmes } = sceneAnswer(snapshot, { id: 'zonglan' })
    expect(codeLists.map(({ dimension }) => dimension)).toEqual(['stage'])
    expect(programmes).toEqual([])
    const { document } = snapshot
    const own = {
      ...document,
      info: {
        ...document.info,
        programmes: [
          { theme: 'zonglan', name: '总览' },
          { theme: 'minzu', name: '民族' }
        ]
      }
    }
    expect(sceneAnswer({ ...snapshot, document: own }, { id: 'zonglan' }).programmes.map(({ name }) => name)).toEqual(['总览'])
    const bare = snapshot.observations.filter(({ breakdown }) => breakdown === undefined)
    expect(sceneAnswer({ ...snapshot, observations: bare }, { id: 'zonglan' }).codeLists).toEqual([])
  })
})

describe('invented names', () => {
  const named = (from: Snapshot): string[] => packAnswer(from).info.codeLists.flatMap(({ codes }) => codes.map(({ name }) => name))
  const panel = { id: 'a', kind: 'bars', title: '', area: {} }
  const scene = {
    id: 'splits',
    title: '分项',
    panels: [
      { ...panel, needs: [{ indicator: 'xxt.matters', area: 'root' as const, freq: '_Z' as const, by: 'department' }] },
      { ...panel, id: 'b', needs: [{ indicator: 'jz.progress', area: 'children' as const, freq: '_Z' as const, by: 'mechanism' }] }
    ]
  }
  const lists = (from: Snapshot): string[] =>
    sceneAnswer({ ...from, document: { ...from.document, scenes: [scene] } }, { id: 'splits' }).codeLists.map(({ dimension }) => dimension)

  it('are in the answers with demo figures and in none without', () => {
    expect(named(snapshot)).toEqual(expect.arrayContaining(['统战部', '已落实']))
    expect(named(published())).toContain('已落实')
    expect(named(published())).not.toContain('统战部')
    expect(lists(snapshot)).toEqual(['department', 'mechanism', 'progressState'])
    expect(lists({ ...snapshot, demo: false })).toEqual(['mechanism', 'progressState'])
  })
})

describe('observationsFor', () => {
  it('selects by area: the root, its children, the chosen region, a fixed code', () => {
    expect(areas(met({ area: 'root' }, '330881'))).toEqual(['330800'])
    expect(areas(met({ area: 'children' }, '330881'))).toEqual(COUNTIES)
    expect(areas(met({ area: 'self' }, '330881'))).toEqual(['330881'])
    expect(areas(met({ area: 'self' }))).toEqual(['330800'])
    expect(areas(met({ area: '330822' }, '330881'))).toEqual(['330822'])
  })

  it('keeps a total apart from what it is broken down by', () => {
    const loop = { indicator: 'xxt.loop', freq: '_Z' } as const
    expect(met(loop)).toEqual([])
    expect(met({ ...loop, by: 'stage' })).toHaveLength(5)
    expect(met({ ...loop, by: 'department' })).toEqual([])
    expect(met({ freq: '_Z', by: 'stage' })).toEqual([])
  })

  it('keeps frequencies apart', () => {
    expect(new Set(met({ freq: 'M' }).map(({ freq }) => freq))).toEqual(new Set(['M']))
    expect(
      met({ freq: '_Z' })
        .map(({ timePeriod }) => timePeriod)
        .toSorted()
    ).toEqual(['../2021-10', '../2022-10'])
    expect(met({ freq: 'A' })).toEqual([])
  })

  it('takes the last periods, and of all areas alike', () => {
    expect(met({ last: 2 }).map(({ timePeriod }) => timePeriod)).toEqual(['2022-09', '2022-10'])
    expect(met({ area: 'children', last: 1 }).map(({ timePeriod }) => timePeriod)).toEqual(COUNTIES.map(() => '2022-10'))
    expect(met({ freq: '_Z', last: 1 }).map(({ origin }) => origin)).toEqual(['published'])
    expect(met({ last: 99 })).toHaveLength(12)
  })

  it('takes the last period of each area and scope by itself', () => {
    const early = snapshot.observations.find((o) => o.indicator === 'xxt.services' && o.refArea === '330881' && o.timePeriod === '../2022-10')
    if (early === undefined) throw new Error('the pack has no such figure')
    const more = {
      ...snapshot,
      observations: [
        ...snapshot.observations,
        { ...early, timePeriod: '../2022-11' },
        { ...early, refArea: '330800', scope: '市本级', timePeriod: '../2022-11' }
      ]
    }
    const counties = met({ area: 'children', freq: '_Z', last: 1 }, undefined, more)
    expect(Object.fromEntries(counties.map(({ refArea, timePeriod }) => [refArea, timePeriod]))).toEqual({
      ...Object.fromEntries(COUNTIES.map((code) => [code, '../2022-10'])),
      '330881': '../2022-11'
    })
    expect(
      met({ freq: '_Z', last: 1 }, undefined, more)
        .map(({ scope, timePeriod }) => `${scope} ${timePeriod}`)
        .toSorted()
    ).toEqual(['全市 ../2022-10', '市本级 ../2022-11'])
  })

  it('takes the period that ends last, not the one that is spelt last', () => {
    const later = changed(snapshot, (o) =>
      o.timePeriod === '../2022-10' ? { ...o, timePeriod: '../2023-01' } : o.timePeriod === '../2021-10' ? { ...o, timePeriod: '2022-11' } : o
    )
    expect(met({ freq: '_Z', last: 1 }, undefined, later).map(({ timePeriod }) => timePeriod)).toEqual(['../2023-01'])
  })

  it('brings the inputs of a composite', () => {
    const found = met({ indicator: 'ls.score', area: 'children', last: 1 })
    expect(new Set(found.map(({ indicator }) => indicator))).toEqual(new Set(['ls.services', 'ls.projects', 'ls.satisfaction', 'ls.loans', 'ls.platforms']))
    expect(found).toHaveLength(5 * COUNTIES.length)
  })
})

describe('sceneAnswer', () => {
  const answer = sceneAnswer(snapshot, { id: 'zonglan' })

  it('keeps the contract and holds each observation once', () => {
    expect(SceneAnswer.parse(answer)).toEqual(answer)
    expect(new Set(answer.observations).size).toBe(answer.observations.length)
  })

  it('holds what every panel needs and nothing else', () => {
    const needed = new Set(answer.scene.panels.flatMap((panel) => panel.needs.flatMap((need) => observationsFor(contextOf(snapshot), need))))
    expect(new Set(answer.observations)).toEqual(needed)
    expect(answer.observations.some(({ indicator }) => indicator.startsWith('mz.pushan'))).toBe(false)
    const ids = new Set(answer.indicators.map(({ id }) => id))
    expect(answer.observations.filter(({ indicator }) => !ids.has(indicator))).toEqual([])
  })

  it('is met again from the answer itself', () => {
    for (const { needs } of answer.scene.panels)
      for (const need of needs) expect(observationsFor(answer, need)).toEqual(observationsFor(contextOf(snapshot), need))
  })

  it('is about the region asked for', () => {
    const county = sceneAnswer(snapshot, { id: 'zonglan', region: '330881' })
    expect([county.region, county.root]).toEqual(['330881', '330800'])
    expect(areas(county.observations.filter(({ indicator, freq }) => indicator === 'xxt.loanAmount' && freq === 'M'))).toEqual(['330881'])
  })

  it('names the sources it uses only', () => {
    expect(answer.sources.map(({ id }) => id)).toEqual(['qz-2022-10', 'demo'])
    expect(sceneAnswer(published(), { id: 'zonglan' }).sources.map(({ id }) => id)).toEqual(['qz-2022-10'])
    expect(sceneAnswer(empty(), { id: 'zonglan' }).sources).toEqual([])
  })

  it('tells the last month that was published or reported, never a demo one or a forecast', () => {
    expect(answer.dataPeriod).toBe('2022-10')
    const demoLater = changed(snapshot, (o) => (o.origin === 'demo' && o.timePeriod === '2022-10' ? { ...o, timePeriod: '2022-12' } : o))
    expect(sceneAnswer(demoLater, { id: 'zonglan' }).dataPeriod).toBe('2022-10')
    const forecast = changed(snapshot, (o) => (o.obsStatus === 'F' ? { ...o, timePeriod: '2023-06' } : o))
    expect(sceneAnswer(forecast, { id: 'zonglan' }).dataPeriod).toBe('2022-10')
    const reported = changed(partial(), (o) => (o.origin === 'reported' && o.timePeriod === '2022-10' ? { ...o, timePeriod: '2022-11' } : o))
    expect(sceneAnswer(reported, { id: 'zonglan' }).dataPeriod).toBe('2022-11')
    expect(sceneAnswer(empty(), { id: 'zonglan' }).dataPeriod).toBeNull()
  })
})

describe('what is unknown', () => {
  it.each<[string, () => unknown, string]>([
    ['scene', () => sceneAnswer(snapshot, { id: 'gone' }), '场景 gone'],
    ['region of a scene', () => sceneAnswer(snapshot, { id: 'zonglan', region: '110000' }), '地区 110000'],
    ['region of boundaries', () => boundariesAnswer(snapshot, { code: '110000' }), '地区 110000'],
    ['region of observations', () => observationsAnswer(snapshot, { refArea: '110000', from: undefined, to: undefined }), '地区 110000'],
    ['indicator', () => observationsAnswer(snapshot, { indicator: 'gone', from: undefined, to: undefined }), '指标 gone']
  ])('%s is a Problem with status 404', (_name, act, detail) => {
    expect(problemOf(act)?.toDetails()).toEqual({ type: 'about:blank', title: '没有这项资源', status: 404, detail })
  })
})

describe('packAnswer', () => {
  it('hides the demo source where demo figures are hidden', () => {
    expect(packAnswer(snapshot).info.sources.map(({ id }) => id)).toEqual(['qz-2022-10', 'demo'])
    expect(packAnswer(published())).toMatchObject({ demo: false, release: 1, info: { sources: [{ id: 'qz-2022-10' }] } })
    expect(PackAnswer.safeParse(packAnswer(published())).success).toBe(true)
  })

  it('gives each scene a short title', () => {
    const [scene] = snapshot.document.scenes
    const long = {
      ...snapshot,
      document: { ...snapshot.document, scenes: scene === undefined ? [] : [{ ...scene, title: '很长的标题', shortTitle: undefined }] }
    }
    expect(packAnswer(long).scenes).toEqual([{ id: 'zonglan', title: '很长的标题', shortTitle: '很长的标题' }])
  })
})

describe('boundariesAnswer', () => {
  const kinds = (code: string, context?: '0' | '1'): string[] => [
    ...new Set(boundariesAnswer(snapshot, { code, context }).features.map(({ properties }) => properties.kind))
  ]

  it('has the children, and what is around them when asked', () => {
    expect(kinds('330800')).toEqual(['area'])
    expect(kinds('330800', '0')).toEqual(['area'])
    expect(kinds('330800', '1')).toEqual(['area', 'outline', 'echo', 'neighbour', 'neighbour-label'])
    expect(kinds('330881', '1')).toEqual([])
    expect(boundariesAnswer(snapshot, { code: '330800' }).features.map(({ properties }) => properties.code)).toEqual(
      childrenOf(snapshot.document.regions, '330800').map(({ code }) => code)
    )
  })
})

describe('observationsAnswer', () => {
  const count = (input: { indicator?: string; refArea?: string; from?: string; to?: string }): number =>
    observationsAnswer(snapshot, { from: undefined, to: undefined, ...input }).observations.length

  it('narrows by indicator, area and overlapping period', () => {
    expect(count({})).toBe(snapshot.observations.length)
    expect(count({ indicator: 'xxt.services', refArea: '330800' })).toBe(24)
    expect(count({ indicator: 'xxt.services', refArea: '330800', from: '2022-10' })).toBe(12)
    expect(count({ indicator: 'xxt.services', refArea: '330800', from: '2022-09', to: '2022-09' })).toBe(12)
    expect(count({ indicator: 'mz.yangxili.villager', from: '2030', to: '2031' })).toBe(1)
  })
})
