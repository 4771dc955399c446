import { describe, expect, it } from 'vitest'
import type { ObservationInput } from '#contract/observation.ts'
import { tagWords, type TagWords } from './tag-words.ts'
import { told } from '#tests/support/made-up-pack.ts'
import { answerOf } from '#tests/support/panel-data.ts'
import { splitPack, toldOfRoot } from '#tests/support/split-pack.ts'

const answer = answerOf(splitPack([toldOfRoot({}, 'a')], [{ indicator: 'served', area: 'root', freq: '_Z', by: 'kind' }], ['a']))
type Words = Pick<TagWords, 'known' | 'demo'>
const joined = ({ known, period, demo }: TagWords): Words => ({ known: period === null ? known : `${known} ${period}`, demo })
const words = (...observations: ObservationInput[]): Words =>
  joined(
    tagWords(
      observations.map((o) => ({ ...o, release: 1 })),
      answer
    )
  )
const total = toldOfRoot({ origin: 'published' })

describe('the tags of a panel', () => {
  it('name the period of what is published or reported', () => {
    expect(words(total)).toEqual({ known: '已发布 2022-10', demo: null })
    expect(words(told(0, {}))).toEqual({ known: '已报送 2022-10', demo: null })
  })

  it('name the split under a published total', () => {
    expect(words(total, told(0, { origin: 'demo' }), told(1, { origin: 'demo' }))).toEqual({ known: '总数已发布 2022-10', demo: '分县演示' })
    expect(words(total, toldOfRoot({ origin: 'demo' }, 'a'))).toEqual({ known: '总数已发布 2022-10', demo: '分项演示' })
    expect(words(total, toldOfRoot({ origin: 'demo', freq: 'M', timePeriod: '2022-10' }))).toEqual({ known: '总数已发布 2022-10', demo: '走势演示' })
  })

  it('name the period of most totals, and none where no year is stated', () => {
    const split = told(0, { origin: 'demo' })
    const ahead = { ...total, indicator: 'work', obsStatus: 'F', timePeriod: '2023' } as const
    expect(words({ ...total, timePeriod: '2021' }, ahead, split).known).toBe('总数已发布 2021')
    expect(words({ ...total, timePeriod: '_T' }, split).known).toBe('总数已发布')
    expect(words({ ...total, timePeriod: '_T' }).known).toBe('已发布')
  })

  it('call codes a split of a figure that is not above them where their list says so', () => {
    const declared = { ...answer, codeLists: answer.codeLists.map((list) => ({ ...list, splits: ['work'] })) }
    const stages = [total, toldOfRoot({ origin: 'demo', indicator: 'work' }, 'a')].map((o) => ({ ...o, release: 1 }))
    expect(joined(tagWords(stages, declared))).toEqual({ known: '总数已发布 2022-10', demo: '分项演示' })
  })

  it('name years by area as a split by area, and let a forecast of one place be', () => {
    const places = [0, 1].map((county) => told(county, { origin: 'demo', freq: 'A', timePeriod: '2021', scope: '某村' }))
    const ahead = told(0, { origin: 'published', obsStatus: 'F', timePeriod: '2022', scope: '某村' })
    expect(words(total, ahead, ...places)).toEqual({ known: '总数已发布 2022-10', demo: '分县演示' })
    expect(words(total, { ...ahead, obsStatus: 'A' }, ...places)).toEqual({ known: '部分已发布', demo: '其余演示' })
    expect(words(total, toldOfRoot({ origin: 'demo', freq: 'A', timePeriod: '2021' }))).toEqual({ known: '总数已发布 2022-10', demo: '走势演示' })
  })

  it('count what stood before a series as a part of it', () => {
    const months = toldOfRoot({ origin: 'demo', freq: 'M', timePeriod: '2022-01' })
    expect(words(total, toldOfRoot({ origin: 'demo', timePeriod: '../2021-12' }), months)).toEqual({ known: '总数已发布 2022-10', demo: '走势演示' })
    expect(words(total, toldOfRoot({ origin: 'demo', timePeriod: '../2022-11' }), months)).toEqual({ known: '部分已发布', demo: '其余演示' })
  })

  it('say that names are invented', () => {
    const invented = { ...answer, codeLists: answer.codeLists.map((list) => ({ ...list, demo: true })) }
    const split = { ...toldOfRoot({ origin: 'demo' }, 'a'), release: 1 }
    expect(tagWords([{ ...total, release: 1 }, split], invented).demo).toBe('名称与分项演示')
    expect(tagWords([split], invented).demo).toBe('名称与数值演示')
    expect(tagWords([{ ...split, origin: 'reported' }], invented).demo).toBeNull()
    expect(tagWords([{ ...told(0, { origin: 'demo' }), release: 1 }], invented).demo).toBe('演示')
  })

  it('name both as parts where the mixture is another one', () => {
    const parts = { known: '部分已发布', demo: '其余演示' }
    expect(words(total, told(0, {}), told(1, { origin: 'demo' }))).toEqual(parts)
    expect(words(total, told(0, { origin: 'demo' }), toldOfRoot({ origin: 'demo' }, 'a'))).toEqual(parts)
    expect(words(total, toldOfRoot({ origin: 'demo', indicator: 'work' }))).toEqual(parts)
    expect(words(total, toldOfRoot({ origin: 'demo', indicator: 'work' }, 'a'))).toEqual(parts)
  })

  it('are one word where all is demo, and none where there is nothing', () => {
    expect(words(told(0, { origin: 'demo' }))).toEqual({ known: null, demo: '演示' })
    expect(words()).toEqual({ known: null, demo: null })
  })
})
