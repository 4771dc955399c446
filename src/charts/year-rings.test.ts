import { describe, expect, it } from 'vitest'
import { model, options, summary, table } from '#charts/year-rings.ts'
import type { Observation } from '#contract/observation.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { changed, dataOf, must } from '#tests/support/panel-data.ts'
import { withPanel } from '#tests/support/with-panel.ts'

const NEEDS = [{ indicator: 'yl.awards', area: 'root', freq: '_Z' }]
const yearsOf = (change: Partial<Observation> | null = {}) =>
  model(
    dataOf(
      withPanel(
        changed(normal(), (o) => (o.indicator === 'yl.awards' ? (change === null ? null : { ...o, ...change }) : o)),
        NEEDS
      ),
      'p',
      options,
      { options: { indicator: 'yl.awards', note: '连续举办表彰' } }
    )
  )

describe('rings of years', () => {
  it('are as many as the figure says, the newest outside and gold', () => {
    const { rings } = must(yearsOf())
    expect(rings.map(({ newest }) => newest)).toEqual([false, false, true])
    expect(rings.map(({ radius }) => radius)).toEqual([18, 33, 48])
  })

  it.each(['1', '2', '12', '20'])('do not touch when they are %s', (obsValue) => {
    const { rings } = must(yearsOf({ obsValue }))
    expect(rings).toHaveLength(Number(obsValue))
    rings.slice(1).forEach(({ radius, width }, index) => expect(radius - width).toBeGreaterThan(must(rings[index]).radius))
    expect(must(rings[0]).radius).toBeGreaterThan(5)
  })

  it.each(['0', '21', '2.5', '98765432.1'])('are none for %s', (obsValue) => {
    expect(must(yearsOf({ obsValue })).rings).toEqual([])
  })

  it('leave the figure to say why there is no value, and nothing without a figure', () => {
    expect(must(yearsOf({ obsValue: null, obsStatus: 'O' })).rings).toEqual([])
    expect(yearsOf(null)).toBeNull()
  })

  it('are a sentence and a row', () => {
    expect(summary(must(yearsOf()))).toBe('榜样人物表彰连续举办表彰3年')
    expect(table(must(yearsOf())).rows).toEqual([['榜样人物表彰', '3年', '截至2022年10月', '已发布']])
  })
})
