import { describe, expect, it } from 'vitest'
import type { Panel } from '#contract/scene.ts'
import { must } from '#tests/support/panel-data.ts'
import { shapeOf, type Range, type Span } from './block.ts'
import { blockOf, spansOf } from './panel-block.ts'

const panel: Panel = { id: 'trend', kind: 'trend', title: '走势', needs: [], area: { wall: { left: 3, width: 29, top: 7, height: 18 } } }

const rangeOf = (draws: boolean, width: number): Range => {
  const widthOf = (span: Span): number => (span / 2) * width
  return must(shapeOf(blockOf({ panel, widthOf, seen: () => ({ height: 4, draws, empty: false }), room: 36 }), 2))
}

describe('the heights of a panel', () => {
  it('let a chart fill half as much again as what is ideal for it, and no list', () => {
    const [chart, list] = [rangeOf(true, 30), rangeOf(false, 30)]
    expect(chart.most).toBeGreaterThan(chart.ideal * 1.5)
    expect(list.most).toBeLessThan(list.ideal * 1.5)
  })

  it('never make a chart much higher than it is wide', () => {
    expect(rangeOf(true, 30).most).toBeCloseTo(33)
    expect(rangeOf(true, 60).most).toBeLessThan(40)
  })
})

it('a page has quarters where they are wide enough to be read', () => {
  expect(spansOf((span) => span * 15)).toEqual([1.5, 2, 3, 4, 6])
  expect(spansOf((span) => span * 14)).toEqual([2, 3, 4, 6])
})
