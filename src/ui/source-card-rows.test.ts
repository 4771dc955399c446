import { describe, expect, it } from 'vitest'
import type { Observation } from '#contract/observation.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { must } from '#tests/support/panel-data.ts'
import { type CardFacts, cardRows, cardValue } from './source-card-rows.ts'

const { document, observations, release } = normal()
const { info, regions, indicators } = document
const facts: CardFacts = { regions, indicators, codeLists: info.codeLists, sources: info.sources, release: 1, publishedAt: release.publishedAt }
const subjectOf = (find: (o: Observation) => boolean) => {
  const observation = must(observations.find(find))
  return { observation, indicator: must(indicators.find(({ id }) => id === observation.indicator)) }
}
const rows = (find: (o: Observation) => boolean) => Object.fromEntries(cardRows(subjectOf(find), facts, info.timeZone))

describe('the rows of a source card', () => {
  it('name the part a figure is of', () => {
    expect(rows((o) => o.breakdown?.service === 'policy')).toMatchObject({ 范围: '衢州市 · 全市', 分项: '政策咨询', 单位: '件' })
    expect(rows((o) => o.indicator === 'xxt.members')).not.toHaveProperty('分项')
  })

  it('say a code by its name and give it no unit', () => {
    const done = subjectOf((o) => o.indicator === 'jz.progress' && o.obsValue === 'done')
    expect(cardValue(done, facts)).toBe('已落实')
    expect(cardValue({ ...done, observation: { ...done.observation, obsValue: 'gone' } }, facts)).toBe('gone')
    expect(
      cardValue(
        subjectOf((o) => o.indicator === 'jz.progress' && o.obsValue === null),
        facts
      )
    ).toBe('未报')
    expect(rows((o) => o.indicator === 'jz.progress' && o.breakdown?.mechanism === 'm3')).toMatchObject({ 分项: '机制三' })
    expect(rows((o) => o.indicator === 'jz.progress')).not.toHaveProperty('单位')
  })

  it('say why the parts of a total do not add up to it', () => {
    const total = subjectOf((o) => o.indicator === 'xxt.members')
    expect(cardRows(total, facts, info.timeZone).map(([term]) => term)).not.toContain('分项之和')
    const open = { ...total, observation: { ...total.observation, sumNote: '跨县居住的只计一次' } }
    expect(cardRows(open, facts, info.timeZone)).toContainEqual(['分项之和', '跨县居住的只计一次'])
  })

  it('say a number as its phrase', () => {
    expect(
      cardValue(
        subjectOf((o) => o.indicator === 'xxt.members' && o.refArea === info.root),
        facts
      )
    ).toBe('3万余名')
  })
})
