import { describe, expect, it } from 'vitest'
import type { Observation } from '#contract/observation.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { drawnPanel, isHatched, roomOf, type DrawnPanel } from '#tests/support/drawn-panel.ts'
import { changed } from '#tests/support/panel-data.ts'
import { THEMES } from '#tokens/themes.ts'
import { rangeBar } from './typeset/range-bar.ts'

const told = (indicator: string, more: Partial<Observation>): DrawnPanel =>
  drawnPanel(
    changed(normal(), (o) => (o.indicator === indicator ? { ...o, ...more } : o)),
    'minzu/stories'
  )

describe('story cards', () => {
  it.each([752, 328])('say where, what, when and how much, %i px wide', (width) => {
    const { texts, marks } = drawnPanel(normal(), 'minzu/stories', { width })
    expect(texts).toEqual(
      expect.arrayContaining(['浦山模式', '龙游县浦山村', '接待游客', '超300万人', '近5年 2018–2022', '5000万元', '将突破100万元', '2022年'])
    )
    expect(texts).toEqual(
      expect.arrayContaining(['洋西李模式', '18万元', '4300元', '每年', '项目：洋西李千年畚箕', '早田模式', '1.5万至2万元', '0', '1万', '1.5万', '2万'])
    )
    expect(texts.filter((text) => text === '示意图')).toHaveLength(3)
    expect(texts.filter((text) => text === '预计')).toHaveLength(1)
    expect(marks.filter(({ kind, fill }) => kind === 'path' && fill === THEMES.paper.accent)).toHaveLength(3)
  })

  it('have a hollow dot for a forecast and for demo, a full one for the others', () => {
    const dots = ({ marks }: DrawnPanel) => marks.filter(({ kind }) => kind === 'circle').map(({ fill }) => fill !== undefined)
    expect(dots(drawnPanel(normal(), 'minzu/stories'))).toEqual([true, true, false, true, true, true])
    expect(dots(told('mz.zaotian.household', { origin: 'demo' }))).toEqual([true, true, false, true, true, false])
  })

  it('hatch a range of demo data, with the word', () => {
    const demo = told('mz.zaotian.household', { origin: 'demo' })
    expect(demo.texts).toContain('演示')
    expect(demo.marks.filter(isHatched)).toHaveLength(2)
    expect(drawnPanel(normal(), 'minzu/stories').marks.filter(isHatched)).toEqual([])
  })
})

describe('a range on its axis', () => {
  const wordsOf = (from: number, to: number, step: { at: number; text: string } | null = null): string[] =>
    rangeBar({ from, to, low: '1.5万', high: '2万', step, demo: false }, 220, roomOf(752)).shapes.flatMap((shape) =>
      shape.kind === 'text' ? [shape.text] : []
    )

  it('leaves out the zero and the step before it lets words meet, never an end', () => {
    expect(wordsOf(0.6, 0.83, { at: 0.4, text: '1万' })).toEqual(['1.5万', '2万', '0', '1万'])
    expect(wordsOf(0.6, 0.83, { at: 0.55, text: '1万' })).toEqual(['1.5万', '2万', '0'])
    expect(wordsOf(0.02, 0.83)).toEqual(['1.5万', '2万'])
  })

  it('sets the ends outwards where they are close', () => {
    const [low, high] = rangeBar({ from: 0.5, to: 0.53, low: '1.5万', high: '2万', step: null, demo: false }, 220, roomOf(752)).shapes.flatMap((shape) =>
      shape.kind === 'text' ? [shape] : []
    )
    expect(low?.x).toBeLessThan(0.5 * 220 - 30)
    expect(high?.x).toBeCloseTo(0.53 * 220)
  })
})
