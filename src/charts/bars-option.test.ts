import { describe, expect, it } from 'vitest'
import { option } from '#charts/bars-option.ts'
import { model, options, type BarsModel } from '#charts/bars.ts'
import type { ObservationInput } from '#contract/observation.ts'
import { alpha } from '#tokens/colour.ts'
import { THEMES } from '#tokens/themes.ts'
import { drawSvg } from '#tests/support/draw-svg.ts'
import { told } from '#tests/support/made-up-pack.ts'
import { context, dataOf, must } from '#tests/support/panel-data.ts'
import { flat, itemsOf, textsOf, type Item } from '#tests/support/render-items.ts'
import { splitPack } from '#tests/support/split-pack.ts'

const barsOf = (observations: readonly ObservationInput[], more: object = {}): BarsModel =>
  must(
    model(
      dataOf(
        splitPack(observations, [
          { indicator: 'served', area: 'children', freq: '_Z' },
          { indicator: 'work', area: 'children', freq: '_Z' }
        ]),
        'map',
        options,
        { options: { indicator: 'served', ...more } }
      )
    )
  )
const still = (): number[] => [0, 0]
const rowsOf = (bars: BarsModel, muted = false): Item[] => itemsOf(option(bars, context({ muted })), 'bars', still)
const stripes = (item: Item): Item[] => flat(item).filter(({ clipPath }) => clipPath !== undefined)
const solid = (item: Item, colour: string): Item[] => flat(item).filter(({ type, style }) => type === 'rect' && style?.fill === colour)

describe('a row of bars', () => {
  const [reported, demo, forecast] = rowsOf(
    barsOf([told(0, { obsValue: '3' }), told(1, { obsValue: '2', origin: 'demo' }), told(2, { obsValue: '1', obsStatus: 'F' })])
  )
  const { data, accent } = THEMES.ink

  it('is flat when reported, striped with an end cap when demo, a dashed outline when a forecast', () => {
    expect([stripes(must(reported)).length, solid(must(reported), data).length]).toEqual([0, 1])
    expect([stripes(must(demo)).length, solid(must(demo), data).length, solid(must(demo), alpha(data, 0.26)).length]).toEqual([1, 1, 1])
    expect(flat(must(forecast)).filter(({ style }) => style?.stroke === accent)).toMatchObject([{ style: { fill: 'none', lineDash: [8, 4.48] } }])
    expect(textsOf([must(forecast)])).toEqual(['第3县', '1 预计'])
  })

  it('is neutral where the data is stale', () => {
    const items = rowsOf(barsOf([told(0, { obsValue: '3' }), told(1, { obsValue: '2', obsStatus: 'F' })]), true).flatMap(flat)
    expect(JSON.stringify(items)).toContain(THEMES.ink.neutral)
    expect(JSON.stringify(items)).not.toMatch(new RegExp(`${data}|${accent}`))
  })

  it('has no mark without a value, and says why', () => {
    const [missing] = rowsOf(barsOf([told(0, { obsValue: null })]))
    expect(textsOf([must(missing)])).toEqual(['第1县', '未报'])
    expect(flat(must(missing)).filter(({ type, style }) => type === 'rect' && style?.fill !== alpha(THEMES.ink.bg0, 0))).toEqual([])
  })

  it('is drawn with all its texts, the second column labelled', () => {
    const bars = barsOf([told(0, { obsValue: '1234' }), told(0, { indicator: 'work', obsValue: '8' })], {
      second: { indicator: 'work', label: '得分' },
      label: '件数'
    })
    const { texts, svg } = drawSvg(option(bars, context()), { width: 464, height: 220 })
    expect(texts.map(({ text }) => text)).toEqual(expect.arrayContaining(['第1县', '1,234', '8.0', '件数', '得分', '未公布']))
    expect(texts.every(({ fontPx }) => fontPx >= 18)).toBe(true)
    expect(svg).toContain(THEMES.ink.data)
  })
})
