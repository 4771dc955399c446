import { describe, expect, it } from 'vitest'
import { comparable, comparisonOf, namesOf, type ComparisonModel } from '#charts/comparison.ts'
import { option } from '#charts/county-trends-option.ts'
import type { Snapshot } from '#contract/snapshot.ts'
import { hidden } from '#mocks/fixtures/hidden.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { changed, context, must } from '#tests/support/panel-data.ts'

const KAIHUA = '330824'
const LONGYOU = '330825'

const compared = ({ document, observations }: Snapshot, codes: readonly string[]) => ({
  regions: codes.map((code) => must(document.regions.find((region) => region.code === code))),
  observations
})

const comparedBy = (id: string, codes: readonly string[] = [KAIHUA, LONGYOU], from = normal(), period?: string): ComparisonModel =>
  comparisonOf(must(from.document.indicators.find((indicator) => indicator.id === id)), { ...compared(from, codes), period })

const idsIn = (from: Snapshot, ranksHidden: boolean): string[] =>
  comparable({ ...compared(from, [KAIHUA]), indicators: from.document.indicators, ranksHidden }).map(({ id }) => id)

describe('what can be compared', () => {
  it('is each number of a whole area', () => {
    expect(idsIn(normal(), false)).toEqual(expect.arrayContaining(['xxt.members', 'xxt.services', 'ls.services']))
    // Of members of an association, by mechanism, of villages, of the city: none is a county's whole number.
    for (const id of ['zb.sales', 'jz.progress', 'mz.collective', 'qq.sessions', 'ls.score']) expect(idsIn(normal(), false)).not.toContain(id)
  })

  it('is nothing that ranks, nor its changes, while ranks are hidden', () => {
    expect(idsIn(hidden(), true).filter((id) => id.startsWith('ls.'))).toEqual([])
    expect(idsIn(normal(), true).filter((id) => id.startsWith('ls.'))).toEqual([])
    expect(idsIn(hidden(), true)).toContain('xxt.services')
  })

  it('has a name that is no part of another', () => {
    const { indicators } = normal().document
    const shown = indicators.filter(({ id }) => ['xxt.services', 'ls.services', 'ls.platforms', 'xxt.members'].includes(id))
    expect(Object.fromEntries(namesOf(shown, indicators))).toEqual({
      'xxt.members': '乡贤库覆盖',
      'xxt.services': '办理服务事项',
      'ls.services': '办理服务得分',
      'ls.platforms': '亲清平台得分'
    })
  })
})

describe('areas by months', () => {
  it('have one axis from zero, a shape each, and the same last month', () => {
    const { lines, areas } = comparedBy('xxt.services', [LONGYOU, KAIHUA, '330881'])
    expect(lines).toMatchObject({ min: 0, unit: '件', after: [] })
    expect(must(lines).lines.map(({ region, mark }) => [region.code, mark])).toEqual([
      [LONGYOU, 'circle'],
      [KAIHUA, 'square'],
      ['330881', 'triangle']
    ])
    expect(areas.map(({ latest, previous }) => [latest?.timePeriod, previous?.timePeriod])).toEqual([
      ['2022-10', '2022-09'],
      ['2022-10', '2022-09'],
      ['2022-10', '2022-09']
    ])
  })

  it('tell how far each has come, and its total', () => {
    const [kaihua] = comparedBy('xxt.services').areas
    const [now, then] = [Number(kaihua?.latest?.obsValue), Number(kaihua?.previous?.obsValue)]
    expect(kaihua?.change).toEqual({ direction: Math.sign(now - then), amount: `${Math.abs(now - then)}件` })
    expect(kaihua?.total).toMatchObject({ freq: '_Z', timePeriod: '../2022-10' })
  })

  it('end at the month that is looked at, on the axis of all months', () => {
    const [all, { lines, areas, month }] = [comparedBy('xxt.services'), comparedBy('xxt.services', [KAIHUA, LONGYOU], normal(), '2022-03')]
    expect([all.month, month]).toEqual([null, '2022-03'])
    expect(areas.map(({ latest, previous, total }) => [latest?.timePeriod, previous?.timePeriod, total])).toEqual([
      ['2022-03', '2022-02', null],
      ['2022-03', '2022-02', null]
    ])
    expect([must(lines).months.at(-1), must(lines).after.at(-1), must(lines).max]).toEqual(['2022-03', '2022-10', must(all.lines).max])
    expect(comparedBy('xxt.services', [KAIHUA, LONGYOU], normal(), '2022').areas[0]?.latest?.timePeriod).toBe('2022-10')
  })

  it('stay with their own months where there is none by then, as do areas with one value', () => {
    const own = comparedBy('xxt.services', [KAIHUA, LONGYOU], normal(), '2001-01')
    expect([own.month, own.areas[0]?.latest?.timePeriod, must(own.lines).after]).toEqual([null, '2022-10', []])
    expect(comparedBy('xxt.projects', [KAIHUA, LONGYOU], normal(), '2022-03').areas).toEqual(comparedBy('xxt.projects').areas)
  })

  it('have a gap where a month is missing, and no value of another month in its place', () => {
    const late = changed(normal(), (o) => (o.indicator === 'xxt.services' && o.refArea === KAIHUA && o.timePeriod === '2022-10' ? null : o))
    const { lines, areas } = comparedBy('xxt.services', [KAIHUA, LONGYOU], late)
    expect(must(lines).lines[0]?.points.at(-1)?.value).toBeNull()
    expect(areas[0]).toMatchObject({ latest: null, change: null })
    expect(areas[1]?.latest?.timePeriod).toBe('2022-10')
  })

  it('are told apart by symbol, width and label, and are hollow for demo', () => {
    const { lines } = comparedBy('xxt.services', [KAIHUA, LONGYOU, '330881'])
    const built = option(must(lines), context()) as { series: { type: string; symbol?: string; lineStyle?: { width: number; type: unknown } }[] }
    const drawn = built.series.filter(({ type }) => type === 'line')
    expect(drawn.map(({ symbol }) => symbol)).toEqual(['circle', 'rect', 'triangle'])
    expect(new Set(drawn.map(({ lineStyle }) => lineStyle?.width)).size).toBe(3)
    expect(drawn.every(({ lineStyle }) => Array.isArray(lineStyle?.type))).toBe(true)
  })
})

describe('areas with one value each', () => {
  it('stand side by side, in the order in which they were chosen', () => {
    const { lines, bars, areas, demo } = comparedBy('xxt.projects', [LONGYOU, KAIHUA])
    expect(lines).toBeNull()
    expect(demo).toBe(true)
    expect(bars).toMatchObject({ min: 0, rows: [{ name: '龙游县', look: 'demo' }, { name: '开化县' }] })
    expect(areas.map(({ previous, change }) => [previous, change])).toEqual([
      [null, null],
      [null, null]
    ])
  })

  it('never has a figure of narrower scope among them', () => {
    expect(comparedBy('zb.sales').areas.map(({ latest }) => latest)).toEqual([null, null])
  })
})
