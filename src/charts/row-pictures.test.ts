import { describe, expect, it } from 'vitest'
import type { Observation } from '#contract/observation.ts'
import { eleven } from '#mocks/fixtures/counties.ts'
import { extreme } from '#mocks/fixtures/extreme.ts'
import { hidden } from '#mocks/fixtures/hidden.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { partial } from '#mocks/fixtures/partial.ts'
import { reported } from '#mocks/fixtures/reported.ts'
import { THEMES } from '#tokens/themes.ts'
import { changed } from '#tests/support/panel-data.ts'
import { blocksOf, shapesIn, stripedIn, textsIn } from '#tests/support/picture-shapes.ts'

const { paper } = THEMES
const rectsIn = (blocks: ReturnType<typeof blocksOf>) => shapesIn(blocks).flatMap((shape) => (shape.kind === 'rect' ? [shape] : []))

describe('the picture of stages', () => {
  it('has numbers, rates and status, striped where they are demo', () => {
    const loop = blocksOf(normal(), 'qinqing', 'loop')
    expect(textsIn(loop)).toEqual(['收集', '204', '演示', '梳理办理', '167', '已发布', '已答复', '158', '演示'])
    expect(stripedIn(loop)).toHaveLength(2)
    expect(rectsIn(loop).filter(({ fill, height }) => fill === paper.data && height > 10)).toHaveLength(3)
    expect(textsIn(blocksOf(normal(), 'huigui', 'progress'))).toEqual(expect.arrayContaining(['463', '89.4%', '45.6%']))
  })

  it('turns solid where values are reported', () => {
    expect(stripedIn(blocksOf(reported(), 'zonglan', 'loop'))).toEqual([])
  })

  it('keeps a qualifier, and the place of a stage without a value', () => {
    const view = changed(normal(), (o) =>
      o.indicator === 'qq.demands'
        ? { ...o, bound: 'over', qualifier: { word: '超', place: 'beforeNumber' } }
        : o.breakdown?.['demandStage'] === 'answered'
          ? null
          : o
    )
    expect(textsIn(blocksOf(view, 'qinqing', 'loop'))).toEqual(['收集', '204', '演示', '梳理办理', '超167个', '已发布', '已答复', '未公布'])
  })

  it('has lanes of one length beside the widest value', () => {
    const bars = rectsIn(blocksOf(extreme(), 'zonglan', 'loop', { width: 328 })).filter(({ height }) => height > 10)
    expect(Math.max(...bars.map(({ x, width }) => x + width))).toBeLessThan(328)
    expect(Math.max(...bars.map(({ width }) => width))).toBeGreaterThan(20)
  })
})

describe('the picture of the ranking', () => {
  const ranking = (snapshot = normal()) => blocksOf(snapshot, 'zonglan', 'ranking')
  const dots = (snapshot = normal()) => shapesIn(ranking(snapshot)).flatMap((shape) => (shape.kind === 'circle' ? [shape] : []))

  it('has ranks, names, scores, moves, the axis and what ※ means', () => {
    const [first, last] = [
      ['※缺一项，折算', '1', '江山市', '92.4', '—', '2', '衢江区', '90.8', '1', '3', '开化县', '88.9', '2', '4', '龙游县', '87.6', '2'],
      ['5', '柯城区', '86.3', '1', '6', '常山县', '84.7', '※', '—', '2022-10', '82', '88', '94']
    ]
    expect(textsIn(ranking())).toEqual([...first, ...last])
    expect(shapesIn(ranking()).filter(({ kind }) => kind === 'path')).toHaveLength(4)
  })

  it('is hollow and dashed for demo, solid for what is reported', () => {
    expect(dots().every(({ fill }) => fill === paper.bg0)).toBe(true)
    expect(dots(reported()).every(({ fill, stroke }) => fill === stroke)).toBe(true)
    const dashed = (snapshot = normal()) => shapesIn(ranking(snapshot)).filter((shape) => shape.kind === 'line' && shape.dash !== undefined).length
    expect([dashed(), dashed(reported())]).toEqual([6, 0])
  })

  it('says who has no rank', () => {
    expect(textsIn(ranking(partial())).filter((word) => word === '未排名')).toHaveLength(2)
    expect(dots(partial())).toHaveLength(4)
  })
})

describe('the picture of the items of the score', () => {
  const items = (snapshot = normal(), width = 752) => textsIn(blocksOf(snapshot, 'liangshai', 'items', { width }))

  it('has each item with its weight, points, ranks and what is missing', () => {
    expect(items().slice(0, 8)).toEqual(['办理服务', '权重30%', '柯城区', '94.0', '第1', '江山市', '93.0', '第2'])
    expect(items()).toEqual(expect.arrayContaining(['并列5', '缺报', '亲清平台', '权重10%']))
    expect(items(normal(), 328).toSorted()).toEqual(items().toSorted())
    expect(items(eleven())).toHaveLength(10 + 5 * 11 * 3 - 2)
  })

  it('marks those that are demo where others are not', () => {
    expect(items()).not.toContain('演示')
    expect(items(partial())).toContain('演示')
  })
})

describe('the picture of own changes', () => {
  const changes = (panel: string, width = 752) => blocksOf(hidden(), 'liangshai', panel, { width })

  it('has every change with its sign, ※ and what it means', () => {
    const rows = ['柯城区', '−0.3', '衢江区', '+1.9', '常山县', '+0.8', '※', '开化县', '+3.1', '龙游县', '−2.2', '江山市', '+0.8']
    expect(textsIn(changes('own-totals'))).toEqual([...rows, '※有缺报项，权重重新分配'])
    expect(textsIn(changes('own-items', 328))).toEqual(expect.arrayContaining(['办理服务', '+2.9', '亲清平台', '缺报', '0.0']))
  })

  it('has falls to the left and neutral, all striped for demo', () => {
    const bars = stripedIn(changes('own-totals')).flatMap((shape) => (shape.kind === 'rect' ? [shape] : []))
    expect(bars).toHaveLength(6)
    const middle = Math.max(...bars.map(({ x }) => x))
    expect(bars.map(({ x }) => (x < middle - 0.01 ? '−' : '+')).join('')).toBe('−+++−+')
  })

  it('says against which month, where that is not the one before', () => {
    const view = changed(hidden(), (o): Observation => (o.indicator === 'ls.score.change' && o.timePeriod === '2022-10' ? { ...o, note: '较 2022-02' } : o))
    expect(textsIn(blocksOf(view, 'liangshai', 'own-totals'))).toContain('较2022-02')
  })

  it('has nothing to show while ranks are shown', () => {
    expect(blocksOf(normal(), 'liangshai', 'own-totals')).toBeNull()
  })
})
