import { describe, expect, it } from 'vitest'
import { model, options, summary, table, type DefinitionCardModel } from '#charts/definition-card.ts'
import type { Snapshot } from '#contract/snapshot.ts'
import { phrase } from '#format/phrase.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { changed, dataOf, must } from '#tests/support/panel-data.ts'

const SIDES = [
  { title: '双招双引·{span zs.projects}', indicators: ['zs.projects', 'zs.investment'] },
  { title: '乡贤通平台服务', indicators: ['xxt.projects', 'xxt.investment'] }
]

function cardOf(snapshot: Snapshot): DefinitionCardModel {
  const needs = SIDES.flatMap(({ indicators }) => indicators.map((indicator) => ({ indicator, area: 'root' as const, freq: '_Z' as const })))
  const [scene] = snapshot.document.scenes
  const own = { ...must(scene), panels: [{ id: 'card', kind: 'definition-card', title: '', needs, area: {} }] }
  return model(dataOf({ ...snapshot, document: { ...snapshot.document, scenes: [own] } }, 'card', options, { options: { sides: SIDES } }))
}

const without = (prefix: string): Snapshot => changed(normal(), (o) => (o.indicator.startsWith(prefix) ? null : o))

describe('the card of two definitions', () => {
  const { sides } = cardOf(normal())

  it('has the figures of each side, in the order asked for', () => {
    expect(sides.map(({ figures }) => figures.map(({ observation, indicator }) => phrase(observation, indicator.unitMeasure)))).toEqual([
      ['518个', '超1200亿元'],
      ['958个', '526多亿元']
    ])
    expect(sides.map(({ title }) => title)).toEqual(['双招双引·近三年', '乡贤通平台服务'])
  })

  it('says of each side its period, and nothing twice', () => {
    expect(sides.map(({ period }) => period)).toEqual(['2020–2022', '2022-10'])
    expect(sides.flatMap(({ figures }) => figures.map(({ period }) => period))).toEqual([null, null, null, null])
  })

  it('says of each figure its period, where a side has several', () => {
    const later = changed(normal(), (o) => (o.indicator === 'xxt.projects' && o.freq === '_Z' ? { ...o, timePeriod: '../2022-11' } : o))
    expect(must(cardOf(later).sides[1])).toMatchObject({ period: null, figures: [{ period: '2022-11' }, { period: '2022-10' }] })
  })

  it('says what they count in their own words, and each thing once', () => {
    expect(sides.map(({ notes }) => notes)).toEqual([
      ['商会招商、企业家招商、新乡贤招商等合计'],
      ['平台服务的回归项目；与“双招双引”近三年518个不是同一口径，不得相加']
    ])
  })

  it('invents no definition: it takes the note, or says that there is none', () => {
    const bare = normal()
    const indicators = bare.document.indicators.map((one) => ({ ...one, definition: null }))
    const noted = cardOf({ ...bare, document: { ...bare.document, indicators } })
    expect(must(noted.sides[1]).notes).toEqual(['平台服务的回归项目；与“双招双引”近三年518个不是同一口径，不得相加'])
    const silent = changed({ ...bare, document: { ...bare.document, indicators } }, (o) => ({ ...o, note: undefined }))
    expect(cardOf(silent).sides.map(({ notes }) => notes)).toEqual([['原文未另作口径说明'], ['原文未另作口径说明']])
  })

  it('leaves out a side without figures, and stands for a figure without a value', () => {
    expect(cardOf(without('xxt.')).sides.map(({ title }) => title)).toEqual(['双招双引·近三年'])
    expect(cardOf(without('nothing')).sides).toHaveLength(2)
    const missing = changed(normal(), (o) => (o.indicator === 'zs.projects' ? { ...o, obsValue: null, obsStatus: 'O' } : o))
    expect(summary(cardOf(missing))).toContain('促成回归项目未报')
  })

  it('warns in words where there are two sides, and only there', () => {
    expect(summary(cardOf(normal()))).toBe(
      '双招双引·近三年促成回归项目518个、涉及投资超1200亿元；乡贤通平台服务服务回归项目958个、回归总投资526多亿元；口径不同，不得相加'
    )
    expect(summary(cardOf(without('xxt.')))).not.toContain('不得相加')
  })

  it('is a table with the definition of every figure', () => {
    expect(table(cardOf(normal())).rows).toEqual([
      ['双招双引·近三年 促成回归项目', '518个', '近三年 2020–2022', '已发布', '商会招商、企业家招商、新乡贤招商等合计'],
      ['双招双引·近三年 涉及投资', '超1200亿元', '近三年 2020–2022', '已发布', '原文未另作口径说明'],
      ['乡贤通平台服务 服务回归项目', '958个', '截至2022年10月', '已发布', '平台服务的回归项目；与“双招双引”近三年518个不是同一口径，不得相加'],
      ['乡贤通平台服务 回归总投资', '526多亿元', '截至2022年10月', '已发布', '平台服务的回归项目；与518个项目的超1200亿元不得相加']
    ])
  })
})
