import { describe, expect, it } from 'vitest'
import type { Room } from '#charts/picture.ts'
import { fixtureFigure } from '#tests/support/figure-of.ts'
import { THEMES } from '#tokens/themes.ts'
import { figure } from './figure.ts'
import { columnsFor, figureRow, figureStrip } from './figures.ts'
import { leaders } from './leaders.ts'
import { statusMarks } from './marks.ts'
import { table } from './table.ts'

const room: Room = { width: 400, rem: 12, theme: THEMES.paper, measure: (text, { size }) => Array.from(text).length * size * 0.6 }
const textsOf = (value: unknown): string =>
  JSON.stringify(value)
    .match(/"text":"[^"]*"/g)
    ?.map((pair) => pair.slice(8, -1))
    .join('') ?? ''

describe('a figure', () => {
  it.each([
    [{ obsValue: '30000', scale: 10_000, qualifier: { word: '余', place: 'afterScale' }, bound: 'over' } as const, '名', '3万余名'],
    [{ obsValue: '120000000000', scale: 100_000_000, qualifier: { word: '超', place: 'beforeNumber' }, bound: 'over' } as const, '元', '超1200亿元'],
    [{ obsValue: '26465' } as const, '元', '26465元'],
    [{ obsValue: null, obsStatus: 'O' } as const, '个', '未报']
  ])('reads as its phrase', (more, unit, words) => {
    expect(textsOf(figure(fixtureFigure(more, unit), 'kpi', room).shapes)).toBe(words)
  })

  it('has a thin gap and no comma in a long number', () => {
    const [shape] = figure(fixtureFigure({ obsValue: '26465' }, '元'), 'row', room).shapes
    expect(shape).toMatchObject({ kind: 'spans', spans: [{ text: '26' }, { text: '465', gap: expect.closeTo(2.88) }, { text: '元' }] })
  })

  it('is set smaller where it would not fit, never cut', () => {
    const item = fixtureFigure({ obsValue: '123456789' }, '元')
    const [whole, narrow] = [figure(item, 'kpi', room), figure(item, 'kpi', room, 150)]
    expect(narrow.width).toBeLessThanOrEqual(160)
    expect(narrow.height).toBeLessThan(whole.height)
    expect(textsOf(narrow.shapes)).toBe(textsOf(whole.shapes))
  })
})

describe('marks', () => {
  it.each([
    [{}, ''],
    [{ origin: 'demo' } as const, '演示'],
    [{ origin: 'reported' } as const, '已报送'],
    [{ obsStatus: 'F' } as const, '预计']
  ])('say what a reader must know', (more, words) => {
    expect(textsOf(statusMarks(fixtureFigure(more, '个').observation, room).shapes)).toBe(words)
  })

  it('say a wider scope', () => {
    expect(textsOf(statusMarks(fixtureFigure({}, '个').observation, room, () => '全市').shapes)).toBe('全市')
  })
})

describe('figures together', () => {
  it('stand in columns without one left alone', () => {
    expect([columnsFor(5, 800, 125), columnsFor(5, 328, 125), columnsFor(4, 500, 125), columnsFor(1, 100, 125)]).toEqual([5, 2, 2, 1])
  })

  it('say a scope that all of them have once', () => {
    const items = [fixtureFigure({ obsValue: '958' }, '个'), fixtureFigure({ obsValue: '628' }, '个')].map((item) => ({ ...item, tail: '项目' }))
    expect(textsOf(figureRow(items, room, () => '全市').shapes)).toBe('958个项目628个项目全市')
  })

  it('have their names and periods over them', () => {
    const items = [{ ...fixtureFigure({ obsValue: '10' }, '项', 'a'), label: '暖心服务', period: '2022' }]
    expect(textsOf(figureStrip(items, 'row', room, () => null).shapes)).toBe('暖心服务202210项')
  })
})

describe('table and leaders', () => {
  it('stay within the width', () => {
    const columns = [{ title: '地区' }, { title: '很长很长很长的表头', align: 'end' as const }]
    const laid = table(columns, [['江山市', '说明'.repeat(60)]], { ...room, width: 200 })
    expect(laid.width).toBeLessThanOrEqual(200)
    expect(textsOf(laid.shapes)).toContain('江山市')
    const led = leaders([{ name: '县级平台', value: figure(fixtureFigure({ obsValue: '6' }, '个'), 'line', room) }], room)
    expect([led.width, textsOf(led.shapes)]).toEqual([400, '县级平台6个'])
  })
})
