import { describe, expect, it } from 'vitest'
import { model, options, statsModel, type FigureListModel } from '#charts/figure-list.ts'
import { figureOf } from '#charts/panel-data.ts'
import type { Snapshot } from '#contract/snapshot.ts'
import { phrase } from '#format/phrase.ts'
import { empty } from '#mocks/fixtures/empty.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { partial } from '#mocks/fixtures/partial.ts'
import { published } from '#mocks/fixtures/published.ts'
import { answerOf, changed, dataOf, must } from '#tests/support/panel-data.ts'

const listOf = (snapshot: Snapshot, panel: string): FigureListModel => model(dataOf(snapshot, panel, options))
const lines = ({ items }: FigureListModel): string[] =>
  items.map(({ label, observation, indicator, period }) =>
    [label, phrase(observation, indicator.unitMeasure), period].filter((word) => word !== null).join(' ')
  )

describe('a list of figures', () => {
  it('follows the needs in order, with short names', () => {
    expect(lines(listOf(normal(), 'kpi'))).toEqual([
      '乡贤库覆盖 3万余名',
      '办理服务事项 2.2万余件',
      '服务满意度 99.5%',
      '服务回归项目 958个',
      '回归总投资 526多亿元'
    ])
  })

  it('names a period only where it is not that of most', () => {
    expect(listOf(normal(), 'shitang').items.map(({ indicator, period }) => [indicator.id, period])).toEqual([
      ['st.canteens', null],
      ['st.points', null],
      ['st.coverage', null],
      ['mz.villages', '2021']
    ])
    expect(listOf(normal(), 'zhibo').items.map(({ period }) => period)).toEqual([null, null, null, '2022-10'])
  })

  it('takes items and labels from the options', () => {
    expect(lines(listOf(normal(), 'loans-in'))).toEqual([
      '乡贤宝贷款 35.82亿元 2021年5月推出以来',
      '惠及回归项目 628个 2021年5月推出以来',
      '协同事项 44个 2022',
      '需求问卷 1500余份 2022'
    ])
  })

  it('says under a head what that does not say of a period: its words, another end, or every year', () => {
    const periodsOf = (panel: string): (string | null)[] => statsModel(dataOf(normal(), panel, options)).items.map(({ period }) => period)
    expect(periodsOf('jizhi-in')).toEqual([null, null, '今年以来', '今年以来', null, '今年以来'])
    expect(periodsOf('lianyi')).toEqual([null, null, '近年来', null])
    expect(periodsOf('huigui-in')).toEqual(['近三年 2020–2022', null, '2021', null])
  })

  it('says without a head all of each period', () => {
    const scene = normal().document.scenes.find(({ id }) => id === 'xiangxiantong')
    const snapshot = { ...normal(), document: { ...normal().document, scenes: [must(scene)] } }
    expect(statsModel(dataOf(snapshot, 'people', options)).items.map(({ period }) => period)).toEqual(['2022-10', '2022'])
  })

  it('leaves out what is not in the view', () => {
    expect(listOf(partial(), 'shitang').items.map(({ indicator }) => indicator.id)).toEqual(['st.canteens', 'st.points', 'mz.villages'])
    expect(listOf(empty(), 'kpi').items).toEqual([])
  })

  it('prefers published to reported to demo, and then the later one', () => {
    const origins = (snapshot: Snapshot): string[] =>
      listOf(snapshot, 'kpi')
        .items.filter(({ indicator }) => indicator.id === 'xxt.services')
        .map(({ observation: o }) => `${o.origin} ${o.timePeriod}`)
    expect(origins(normal())).toEqual(['published ../2022-10'])
    const services = (o: { indicator: string; refArea: string; freq: string }): boolean =>
      o.indicator === 'xxt.services' && o.refArea === '330800' && o.freq === '_Z'
    const reported = changed(normal(), (o) =>
      services(o) && o.origin === 'demo' ? { ...o, origin: 'reported', timePeriod: '../2022-10' } : services(o) ? { ...o, origin: 'demo' } : o
    )
    expect(origins(reported)).toEqual(['reported ../2022-10'])
    const both = changed(normal(), (o) =>
      services(o) ? { ...o, origin: 'published', timePeriod: o.timePeriod === '../2021-10' ? '2022-10-31' : o.timePeriod } : o
    )
    expect(origins(both)).toEqual(['published 2022-10-31'])
  })

  it('is the same without demo figures', () => {
    for (const panel of ['kpi', 'shitang', 'lianyi', 'zhibo']) expect(lines(listOf(published(), panel))).toEqual(lines(listOf(normal(), panel)))
  })
})

describe('a figure of narrower scope', () => {
  it('never takes the place of the one for the whole area, however new', () => {
    const whole = normal().observations.find((o) => o.indicator === 'xxt.investment' && o.refArea === '330800')
    if (whole === undefined) throw new Error('the pack has no such figure')
    const narrow = { ...whole, scope: '市本级', timePeriod: '../2022-11', obsValue: '3000000000', origin: 'reported' as const, qualifier: undefined }
    const snapshot = { ...normal(), observations: [narrow, ...normal().observations] }
    const answer = answerOf(snapshot)
    expect(figureOf({ answer }, 'xxt.investment')?.observation).toMatchObject({ scope: '全市', obsValue: '52600000000' })
  })
})
