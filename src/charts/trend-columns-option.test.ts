import { describe, expect, it } from 'vitest'
import { columnsOption, labelledValues } from '#charts/trend-columns-option.ts'
import { model, options, type TrendModel } from '#charts/trend.ts'
import type { Observation } from '#contract/observation.ts'
import type { Snapshot } from '#contract/snapshot.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { THEMES } from '#tokens/themes.ts'
import { changed, context, dataOf, must } from '#tests/support/panel-data.ts'
import { drawSvg } from '#tests/support/draw-svg.ts'
import { flat, itemsOf, textsOf, type Item } from '#tests/support/render-items.ts'
import { withPanel } from '#tests/support/with-panel.ts'

const isMonth = (o: Observation): boolean => o.indicator === 'yl.events' && o.freq === 'M'

const monthsOf = (change: (o: Observation) => Observation | null = (o) => o): TrendModel => {
  const snapshot: Snapshot = withPanel(
    changed(normal(), (o) => (isMonth(o) ? change(o) : o)),
    [{ indicator: 'yl.events', area: 'root', freq: 'M' }]
  )
  return model(dataOf(snapshot, 'p', options, { options: { series: 'yl.events', shape: 'columns' } }))
}

/** Months at every 40 px, ten px a unit above a base at 200. */
const coord = ([month = 0, value = 0]: readonly number[]): number[] => [20 + month * 40, 200 - value * 10]
const columns = (trend: TrendModel): Item[] => itemsOf(columnsOption(trend, context()), 'columns', coord)

interface Box {
  readonly y: number
  readonly height: number
}
const boxes = (item: Item): Box[] => flat(item).flatMap(({ type, shape }) => (type === 'rect' && shape !== undefined ? [shape as unknown as Box] : []))

describe('months as columns', () => {
  it('stand on zero, as tall as their value, with the value on top', () => {
    const trend = monthsOf()
    const drawn = columns(trend)
    expect(drawn).toHaveLength(trend.points.length)
    drawn.forEach((item, index) => {
      const { value, text } = must(trend.points[index])
      const [body] = boxes(item)
      expect(must(body).height).toBeCloseTo(must(value) * 10, 6)
      expect(must(body).y + must(body).height).toBeCloseTo(200, 6)
      expect(textsOf([item])).toEqual([text])
    })
  })

  it('are striped with a solid end for demo and solid when reported', () => {
    const hatched = (item: Item): boolean => flat(item).some(({ clipPath }) => clipPath !== undefined)
    expect(columns(monthsOf()).every(hatched)).toBe(true)
    const mixed = columns(monthsOf((o) => (o.timePeriod === '2022-10' ? { ...o, origin: 'reported' } : o)))
    expect(mixed.map(hatched)).toEqual(mixed.map((_, index) => index < mixed.length - 1))
    expect(flat(must(mixed.at(-1))).find(({ type }) => type === 'rect')?.style?.fill).toBe(THEMES.ink.data)
  })

  it('have a line for zero and nothing for a month that was not reported', () => {
    const odd: Record<string, Partial<Observation>> = { '2022-02': { obsValue: '0' }, '2022-03': { obsValue: null, obsStatus: 'O' } }
    const drawn = columns(monthsOf((o) => ({ ...o, ...odd[o.timePeriod] })))
    expect(textsOf([must(drawn[1])])).toEqual(['0'])
    expect(must(boxes(must(drawn[1])).at(-1)).height).toBeLessThan(3)
    expect(must(drawn[2]).children).toEqual([])
  })

  it('hang below the line where they are negative', () => {
    const drawn = columns(monthsOf((o) => (o.timePeriod === '2022-02' ? { ...o, obsValue: '-5' } : o)))
    expect(boxes(must(drawn[1]))[0]).toMatchObject({ y: 200, height: 50 })
  })

  it('turn neutral when stale', () => {
    const trend = monthsOf((o) => ({ ...o, origin: 'reported' }))
    const [first] = itemsOf(columnsOption(trend, context({ muted: true })), 'columns', coord)
    expect(flat(must(first)).find(({ type }) => type === 'rect')?.style?.fill).toBe(THEMES.ink.neutral)
  })

  it('are drawn by ECharts with the ends of the axis named', () => {
    const { texts } = drawSvg(columnsOption(monthsOf(), context()), { width: 464, height: 220 })
    expect(texts.map(({ text }) => text)).toEqual(expect.arrayContaining(['2022年1月', '10月', '8']))
  })
})

describe('the values on columns', () => {
  const points = (...texts: string[]) => texts.map((text) => ({ text, value: text === '' ? null : 1 }))

  it('are all there where they stand clear of each other', () => {
    const shown = labelledValues(points('8', '12'), 40, 16)
    expect([shown(0), shown(1)]).toEqual([true, true])
  })

  it('are only the last one where they do not', () => {
    const shown = labelledValues(points('123,456,789', '12', ''), 40, 16)
    expect([shown(0), shown(1), shown(2)]).toEqual([false, true, false])
  })
})
