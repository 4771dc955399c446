import { describe, expect, it } from 'vitest'
import { model, options, summary, table, type RiverModel } from '#charts/river.ts'
import type { Observation } from '#contract/observation.ts'
import type { Snapshot } from '#contract/snapshot.ts'
import { eleven, three } from '#mocks/fixtures/counties.ts'
import { extreme } from '#mocks/fixtures/extreme.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { partial } from '#mocks/fixtures/partial.ts'
import { published } from '#mocks/fixtures/published.ts'
import { reported } from '#mocks/fixtures/reported.ts'
import { changed, dataOf, must } from '#tests/support/panel-data.ts'
import { sceneOf } from '#tests/support/scene-of.ts'

const riverIn = (snapshot: Snapshot): RiverModel | null => model(dataOf(sceneOf(snapshot, 'huigui'), 'river', options))
const riverOf = (snapshot: Snapshot): RiverModel => must(riverIn(snapshot))
const isChannel = (o: Observation, code: string): boolean => o.breakdown?.channel === code
const read = ({ sources, outlets }: RiverModel) => [...sources, ...outlets].map(({ name, text, look }) => [name, text, look].join(' '))

describe('the river', () => {
  const river = riverOf(normal())

  it('comes from the channels in code order and reaches the counties from north to south, in code order without their map', () => {
    expect(river.sources.map(({ name, phrase }) => `${name} ${phrase}`)).toEqual(['商会招商 203个', '企业家招商 172个', '新乡贤招商 143个'])
    const names = (more: Partial<Parameters<typeof model>[0]>): string[] =>
      must(model({ ...dataOf(sceneOf(normal(), 'huigui'), 'river', options), ...more })).outlets.map(({ name }) => name)
    expect(names({})).toEqual(['开化县', '柯城区', '龙游县', '常山县', '衢江区', '江山市'])
    expect(names({ boundaries: undefined })).toEqual(['柯城区', '衢江区', '常山县', '开化县', '龙游县', '江山市'])
  })

  it('has the published total in its trunk, and all of it on both sides', () => {
    expect(river.total).toMatchObject({ sure: 518, until: 518, look: 'solid' })
    for (const side of [river.sources, river.outlets]) expect(side.reduce((sum, { value }) => sum + must(value), 0)).toBe(518)
    expect(river.figures.map(({ label, span }) => [label, span])).toEqual([
      ['促成回归项目', '近三年 2020–2022'],
      ['涉及投资', '近三年 2020–2022']
    ])
  })

  it('names the programme with its channel, and not one that the pack no longer has', () => {
    expect(river.sources.map(({ programme }) => programme)).toEqual(['百家商会千亿招引', null, null])
    const snapshot = normal()
    const info = { ...snapshot.document.info, programmes: [] }
    expect(riverOf({ ...snapshot, document: { ...snapshot.document, info } }).sources.map(({ programme }) => programme)).toEqual([null, null, null])
  })

  it('is hatched where it is demo, solid where it is published or reported', () => {
    expect(new Set([...river.sources, ...river.outlets].map(({ look }) => look))).toEqual(new Set(['demo']))
    expect(new Set(riverOf(reported()).outlets.map(({ look }) => look))).toEqual(new Set(['solid']))
    expect(riverOf(partial()).outlets.at(-1)?.look).toBe('solid')
    expect(riverOf(changed(normal(), (o) => ({ ...o, origin: 'demo' }))).total.look).toBe('demo')
  })

  it('has no width and a reason where a branch is missing or suppressed', () => {
    expect(read(riverOf(partial()))).toEqual(expect.arrayContaining(['常山县 不予公布 solid', '开化县 未报 solid']))
    const gone = riverOf(changed(normal(), (o) => (isChannel(o, 'entrepreneur') ? null : o)))
    expect(gone.sources.map(({ name, text, value }) => [name, text, value])).toEqual([
      ['商会招商', '203', 203],
      ['企业家招商', '未公布', null],
      ['新乡贤招商', '143', 143]
    ])
  })

  it('runs undivided where no split is in the view, and says so', () => {
    const whole = riverOf(published())
    expect([whole.sources, whole.outlets]).toEqual([[], []])
    expect(whole.sourceNote).toEqual(['商会招商、企业家招商、新乡贤招商等合计', '百家商会千亿招引', '分路数据未公布'])
    expect(whole.outletNote).toEqual(['分县数据未公布'])
    expect([river.sourceNote, river.outletNote]).toEqual([[], []])
  })

  it('is none without a total', () => {
    expect(riverIn(changed(normal(), (o) => (o.indicator === 'zs.projects' && o.refArea === '330800' && o.breakdown === undefined ? null : o)))).toBeNull()
    expect(
      riverIn(changed(normal(), (o) => (o.indicator === 'zs.projects' && o.refArea === '330800' ? { ...o, obsValue: null, obsStatus: 'O' } : o)))
    ).toBeNull()
  })

  it('has as many outlets as there are counties, and never a width below none', () => {
    expect([riverOf(three()).outlets.length, riverOf(eleven()).outlets.length]).toEqual([3, 11])
    const { sources, outlets } = riverOf(extreme())
    expect([...sources, ...outlets].every(({ value }) => value === null || value >= 0)).toBe(true)
  })

  it('is a sentence and a table of every value', () => {
    expect(summary(river)).toBe(
      '近三年 2020–2022 促成回归项目518个，近三年 2020–2022 涉及投资超1200亿元；其中商会招商203个、企业家招商172个、新乡贤招商143个；分县江山市最多，117个；常山县最少，55个'
    )
    expect(summary(riverOf(published()))).toContain('商会招商、企业家招商、新乡贤招商等合计，百家商会千亿招引，分路数据未公布；分县数据未公布')
    const { columns, rows } = table(river)
    expect(columns).toEqual(['名称', '数值', '期间', '状态'])
    expect(rows).toHaveLength(2 + 3 + 6)
    expect(rows[0]).toEqual(['促成回归项目', '518个', '近三年 2020–2022', '已发布'])
    expect(rows[2]).toEqual(['商会招商 促成回归项目', '203个', '近三年 2020–2022', '演示'])
  })
})
