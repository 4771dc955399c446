import { describe, expect, it } from 'vitest'
import { normal } from '#mocks/fixtures/normal.ts'
import { answerOf, must } from '#tests/support/panel-data.ts'
import { neighbours, regionOrder } from './region-order.ts'
import { byValue, latestOf, regionRows } from './region-rows.ts'

const answer = answerOf(normal())
const row = (rows: ReturnType<typeof regionRows>, id: string) => must(rows.find(({ indicator }) => indicator.id === id))

/** The answer with one county's value of an indicator changed. */
const changed = (indicator: string, refArea: string, change: object) => ({
  ...answer,
  observations: answer.observations.map((o) => (o.indicator === indicator && o.refArea === refArea ? { ...o, ...change } : o))
})

describe('regionRows', () => {
  it('puts the area among all of them, the lowest at 0', () => {
    const { marks, place, number, unit } = row(regionRows(answer, '330824'), 'xxt.members')
    expect([number, unit, place]).toEqual(['4,380', '名', 5])
    expect(marks.map(({ at }) => at).toSorted((a, b) => a - b)).toEqual([
      0,
      expect.closeTo(0.2285, 3),
      expect.closeTo(0.3917, 3),
      expect.closeTo(0.537, 3),
      expect.closeTo(0.638, 3),
      1
    ])
  })

  it('gives equal values one place, and none without a value; a value that is not there says why', () => {
    const equal = changed('xxt.members', '330824', { obsValue: '4930' })
    expect([row(regionRows(equal, '330824'), 'xxt.members').place, row(regionRows(equal, '330802'), 'xxt.members').place]).toEqual([4, 4])
    const missing = changed('xxt.members', '330824', { obsValue: null, obsStatus: 'O' })
    expect(row(regionRows(missing, '330824'), 'xxt.members')).toMatchObject({ number: '未报', unit: '', place: null })
    expect(row(regionRows(missing, '330824'), 'xxt.members').marks).toHaveLength(5)
  })

  it('keeps the qualifier of a figure', () => {
    const qualified = changed('xxt.members', '330824', { obsValue: '4000', bound: 'over', qualifier: { word: '超', place: 'beforeNumber' } })
    const { number, unit } = row(regionRows(qualified, '330824'), 'xxt.members')
    expect(number + unit).toContain('超')
  })

  it('leaves out parts of an area, villages, codes and what goes into a score', () => {
    const ids = regionRows(answer, '330824').map(({ indicator }) => indicator.id)
    expect(ids.filter((id) => id.startsWith('ls.'))).toEqual([])
    const village = changed('xxt.members', '330824', { scope: '某村' })
    expect(latestOf(village, { indicator: 'xxt.members', code: '330824', kind: 'single' })).toBeNull()
  })

  it('never takes a month for a total: it is named by its month, which goes with the period that is looked at', () => {
    const others = answer.observations.filter(({ indicator }) => indicator !== 'xxt.services')
    const one = must(answer.observations.find((o) => o.indicator === 'xxt.services' && o.refArea === '330824'))
    const month = (refArea: string, timePeriod: string, obsValue: string) => ({
      ...one,
      refArea,
      timePeriod,
      obsValue,
      freq: 'M' as const,
      scope: must(answer.regions.find(({ code }) => code === refArea)).wholeScope
    })
    const months = ['330824', '330881'].flatMap((area, index) => [month(area, '2022-03', `10${index}`), month(area, '2022-10', `20${index}`)])
    const monthly = { ...answer, observations: [...others, ...months] }
    const named = (period?: string) =>
      regionRows(monthly, '330881', period)
        .filter(({ indicator }) => indicator.id === 'xxt.services')
        .map(({ label, number }) => [label, number])
    expect(named()).toEqual([['办理服务事项（10月）', '201']])
    expect(named('2022-03')).toEqual([['办理服务事项（3月）', '101']])
  })

  it('tells no place where ranks are hidden', () => {
    expect(regionRows({ ...answer, ranksHidden: true }, '330824').every(({ place }) => place === null)).toBe(true)
  })
})

describe('the order of areas', () => {
  it('is by value where there is no score, with those without one last', () => {
    const missing = changed('xxt.members', '330881', { obsValue: null, obsStatus: 'O' })
    expect(byValue(missing, 'xxt.members').map(({ code }) => code)).toEqual(['330803', '330825', '330802', '330824', '330822', '330881'])
  })

  it('is of the codes where ranks are hidden', () => {
    const order = regionOrder({ ...answer, ranksHidden: true }, { metric: 'xxt.members' }).map(({ code }) => code)
    expect(order).toEqual(order.toSorted())
  })

  it('goes round', () => {
    const order = byValue(answer, 'xxt.members')
    expect([neighbours(order, '330881').before?.code, neighbours(order, '330881').behind?.code]).toEqual(['330822', '330803'])
    expect(neighbours(order, '000000')).toEqual({ before: undefined, behind: undefined })
  })
})
