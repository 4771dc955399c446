import { describe, expect, it } from 'vitest'
import { model, options, summary, table, type UnitRingsModel } from '#charts/unit-rings.ts'
import type { ObservationInput } from '#contract/observation.ts'
import { madeUpPack, told } from '#tests/support/made-up-pack.ts'
import { dataOf, must } from '#tests/support/panel-data.ts'
import { withPanel } from '#tests/support/with-panel.ts'

const need = { indicator: 'served', area: 'children', freq: '_Z', last: 1 }
const ringsOf = (counties: number, values: readonly Partial<ObservationInput>[], more: object = {}): UnitRingsModel =>
  must(
    model(
      dataOf(
        withPanel(
          madeUpPack(
            counties,
            values.map((value, index) => told(index, value))
          ),
          [need]
        ),
        'p',
        options,
        {
          options: { indicator: 'served', ...more }
        }
      )
    )
  )
const rows = ({ rows: all }: UnitRingsModel) => all.map(({ region, text, rings, demo }) => [region.name, text, rings, demo])

describe('one ring one unit', () => {
  it('counts them out, hollow only where the split is demo', () => {
    expect(rows(ringsOf(3, [{ obsValue: '5', origin: 'demo' }, { obsValue: '0' }, { obsValue: '12' }]))).toEqual([
      ['第1县', '5', 5, true],
      ['第2县', '0', 0, false],
      ['第3县', '12', 12, false]
    ])
  })

  it('says why an area has none, and never draws a zero for it', () => {
    expect(rows(ringsOf(3, [{ obsValue: null }, { obsValue: null, obsStatus: 'Q' }]))).toEqual([
      ['第1县', '未报', null, false],
      ['第2县', '不予公布', null, false],
      ['第3县', '未公布', null, false]
    ])
  })

  it('leaves the rings of all to numbers where one row is too long to count', () => {
    const { rows: all, most } = ringsOf(3, [{ obsValue: '5' }, { obsValue: '33' }, { obsValue: null }])
    expect(all.map(({ text, rings }) => [text, rings])).toEqual([
      ['5', null],
      ['33', null],
      ['未报', null]
    ])
    expect(most).toBe(0)
    expect(ringsOf(1, [{ obsValue: '32' }]).rows[0]?.rings).toBe(32)
    expect(ringsOf(1, [{ obsValue: '-1' }]).rows[0]?.rings).toBeNull()
  })

  it('says what a ring is only while rings are drawn', () => {
    const unit = '一圈一件'
    expect(ringsOf(2, [{ obsValue: '5' }], { unit }).ring).toBe(unit)
    expect(ringsOf(2, [{ obsValue: '33' }], { unit }).ring).toBe('')
    expect(ringsOf(2, [], { unit }).ring).toBe('')
  })

  it('has a small map before each name where it is wanted', () => {
    expect(ringsOf(2, [{ obsValue: '5' }]).rows.map(({ locator }) => locator)).toEqual([null, null])
    const lit = ringsOf(2, [{ obsValue: '5' }], { locators: true }).rows.map(({ locator }) => locator?.areas.filter((area) => area.lit).map(({ code }) => code))
    expect(lit).toEqual([['100001'], ['100002']])
  })

  it('takes three areas and eleven', () => {
    expect(ringsOf(11, [{ obsValue: '1' }]).rows).toHaveLength(11)
    expect(ringsOf(3, [{ obsValue: '1' }])).toMatchObject({ most: 1 })
  })

  it('says once that no area has a figure', () => {
    expect(ringsOf(3, [])).toMatchObject({ noValues: '分县数据未公布' })
    expect(ringsOf(3, [{ obsValue: null }]).noValues).toBeNull()
    expect(summary(ringsOf(3, [], { noValues: '没有' }))).toBe('没有')
    expect(table(ringsOf(3, [])).rows).toEqual([])
  })
})

describe('the rings in words', () => {
  const rings = ringsOf(3, [{ obsValue: '5', origin: 'demo' }, { obsValue: '2' }, { obsValue: null }])

  it('name the ends', () => {
    expect(summary(rings)).toBe('分县served：第1县最多，5件；第2县最少，2件；第3县未报')
  })

  it('have every value in the table', () => {
    expect(table(rings).rows).toEqual([
      ['第1县served', '5件', '截至2022年10月', '演示'],
      ['第2县served', '2件', '截至2022年10月', '已报送'],
      ['第3县served', '未报', '截至2022年10月', '已报送']
    ])
  })
})
