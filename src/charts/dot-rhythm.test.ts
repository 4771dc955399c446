import { describe, expect, it } from 'vitest'
import { option, runsOf } from '#charts/dot-rhythm-option.ts'
import { model, options, summary, table, type DotRhythmModel } from '#charts/dot-rhythm.ts'
import type { Observation } from '#contract/observation.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { published } from '#mocks/fixtures/published.ts'
import { THEMES } from '#tokens/themes.ts'
import { drawSvg } from '#tests/support/draw-svg.ts'
import { changed, context, dataOf, must } from '#tests/support/panel-data.ts'
import { flat, itemsOf, type Item } from '#tests/support/render-items.ts'
import { withPanel } from '#tests/support/with-panel.ts'

const NEEDS = ['jz.national', 'jz.provincial'].map((indicator) => ({ indicator, area: 'root', freq: 'M' }))
const OPTIONS = {
  lanes: [
    { indicator: 'jz.national', label: '中央', accent: true },
    { indicator: 'jz.provincial', label: '省级' }
  ]
}
const rhythmOf = (change: (o: Observation) => Observation | null = (o) => o, snapshot = normal(), period?: string): DotRhythmModel =>
  model(
    dataOf(
      withPanel(
        changed(snapshot, (o) => (o.freq === 'M' ? change(o) : o)),
        NEEDS
      ),
      'p',
      options,
      { options: OPTIONS, ...(period === undefined ? {} : { period }) }
    )
  )
const inMonth = (month: string, more: Partial<Observation>, indicator = 'jz.provincial') =>
  rhythmOf((o) => (o.indicator === indicator && o.timePeriod === month ? { ...o, ...more } : o))

const coord = ([month = 0, row = 0]: readonly number[]): number[] => [20 + month * 40, 40 + row * 60]
const marks = (rhythm: DotRhythmModel, lane = 'jz.provincial'): Item[] =>
  itemsOf(option(rhythm, context({ width: 480, height: 200 })), lane, coord).flatMap(flat)
const numbers = (items: readonly Item[]) => items.flatMap(({ type, style }) => (type === 'text' ? [style?.text] : []))
const dots = (items: readonly Item[]) => items.filter(({ type }) => type === 'circle')

describe('the months of two lanes', () => {
  it('have a dot a piece', () => {
    const rhythm = rhythmOf()
    expect(rhythm.months).toHaveLength(10)
    expect(rhythm.lanes.map(({ label, cells }) => [label, cells.map(({ count }) => count).join('')])).toEqual([
      ['中央', '0010101011'],
      ['省级', '0110110211']
    ])
    expect([dots(marks(rhythm, 'jz.national')).length, dots(marks(rhythm)).length]).toEqual([5, 8])
  })

  it('stand on each other in one month, about the lane', () => {
    const august = dots(marks(rhythmOf())).filter(({ shape }) => shape?.cx === 20 + 7 * 40)
    const [a, b] = august.map(({ shape }) => must(shape?.cy))
    expect(august).toHaveLength(2)
    expect((must(a) + must(b)) / 2).toBeCloseTo(100, 6)
    expect(must(b) - must(a)).toBeGreaterThan(2 * must(august[0]?.shape?.r))
  })

  it('are hollow for demo and full when reported, neutral when stale', () => {
    expect(new Set(dots(marks(rhythmOf())).map(({ style }) => style?.fill))).toEqual(new Set([THEMES.ink.bg0]))
    const reported = rhythmOf((o) => ({ ...o, origin: 'reported' }))
    expect(new Set(dots(marks(reported)).map(({ style }) => style?.fill))).toEqual(new Set([THEMES.ink.data]))
    expect(new Set(dots(marks(reported, 'jz.national')).map(({ style }) => style?.fill))).toEqual(new Set([THEMES.ink.accent]))
    const stale = itemsOf(option(reported, context({ muted: true })), 'jz.national', coord).flatMap(flat)
    expect(new Set(dots(stale).map(({ style }) => style?.fill))).toEqual(new Set([THEMES.ink.neutral]))
  })

  it('have a number where there are too many to count, and none where it would not fit', () => {
    const many = marks(inMonth('2022-03', { obsValue: '31' }))
    expect(numbers(many)).toEqual(['31'])
    expect(dots(many)).toHaveLength(8)
    expect(numbers(marks(inMonth('2022-03', { obsValue: '123456789' })))).toEqual([])
  })

  it('break the lane where nothing is known, and not at zero', () => {
    const gap = inMonth('2022-04', { obsValue: null, obsStatus: 'O' })
    expect(must(gap.lanes[1]).cells[3]).toMatchObject({ count: null, text: '未报' })
    expect(runsOf(must(gap.lanes[1]).cells)).toEqual([
      [0, 2],
      [4, 9]
    ])
    expect(runsOf(must(gap.lanes[0]).cells)).toEqual([[0, 9]])
    expect(marks(gap).filter(({ type }) => type === 'line')).toHaveLength(2)
  })

  it('end at the period of the view', () => {
    expect(rhythmOf(undefined, normal(), '2022-05').months.at(-1)).toBe('2022-05')
  })

  it('are none without monthly figures', () => {
    const none = rhythmOf(undefined, published())
    expect([none.lanes, summary(none), table(none).rows]).toEqual([[], '本期没有分月数据', []])
  })

  it('are drawn by ECharts with their lanes and the ends of the axis named', () => {
    const { texts } = drawSvg(option(rhythmOf(), context()), { width: 464, height: 220 })
    expect(texts.map(({ text }) => text)).toEqual(expect.arrayContaining(['中央', '省级', '2022年1月', '10月']))
  })
})

describe('in words', () => {
  it('the months with something are named', () => {
    expect(summary(rhythmOf())).toMatch(/^中央：2022年3月1项，.*2022年10月1项；省级：2022年2月1篇，.*2022年8月2篇，.*2022年10月1篇$/)
    expect(summary(inMonth('2022-04', { obsValue: null, obsStatus: 'O' }))).toMatch(/其间1个月没有数$/)
    expect(summary(rhythmOf((o) => (o.indicator === 'jz.national' ? { ...o, obsValue: '0' } : o)))).toMatch(/^中央：各月均为零；/)
  })

  it('every month is a row', () => {
    const { columns, rows } = table(inMonth('2022-04', { obsValue: null, obsStatus: 'Q' }))
    expect(columns).toEqual(['期间', '中央', '中央状态', '省级', '省级状态'])
    expect(rows).toHaveLength(10)
    expect(rows[3]).toEqual(['2022年4月', '0项', '演示', '不予公布', '演示'])
  })
})
