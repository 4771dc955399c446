import { describe, expect, it } from 'vitest'
import { THEMES } from '#tokens/themes.ts'
import { brokenIn, covering, hollowIn, meeting, notFinite, outside, overlapping, wordsIn } from './marks.ts'

const circle = (x: number, r = 1) => ({ x, y: 0, r })
const box = (x: number, width = 2) => ({ x, y: 0, width, height: 1 })
const custom = (item: object) => ({ series: [{ id: 'one', type: 'custom', data: [0], coordinateSystem: 'none', renderItem: () => item }] })

/** The checks of the dominant visuals find what was planted for them. */
describe('a check of marks', () => {
  it('finds the one pair that lies on each other', () => {
    expect(overlapping([circle(0), circle(2), circle(4)])).toEqual([])
    expect(overlapping([circle(0), circle(2), circle(3.5)])).toEqual([[circle(2), circle(3.5)]])
    expect(meeting([box(0), box(2), box(4)])).toEqual([])
    expect(meeting([box(0), box(1.5), box(4)])).toEqual([[box(0), box(1.5)]])
  })

  it('finds circles on a box', () => {
    expect(covering([circle(0), circle(4)], [box(1.5, 1)])).toEqual([])
    expect(covering([circle(0), circle(2)], [box(1.5, 1)])).toEqual([circle(2)])
  })

  it('finds what sticks out of its room, and what has no place at all', () => {
    expect(outside([box(0), box(8)], { width: 10, height: 1 })).toEqual([])
    expect(outside([box(-1), box(9), box(NaN)], { width: 10, height: 1 })).toHaveLength(3)
  })

  it('finds a number that is none, however deep, in path data and in what a series renders', () => {
    expect(notFinite({ a: [{ b: 0, c: 'M0 1L2 3', d: null }] })).toEqual([])
    expect(notFinite({ a: [{ b: NaN }], c: 'M0 NaNL1 1', d: -Infinity })).toEqual(['.a.0.b NaN', '.c M0 NaNL1 1', '.d -Infinity'])
    expect(brokenIn(custom({ type: 'circle', shape: { cx: NaN } }))).toEqual(['.shape.cx NaN'])
  })

  it('finds marks that are striped, dashed or hollow', () => {
    const { bg0, data } = THEMES.ink
    const marks = [
      { type: 'circle', style: { fill: data, stroke: data } },
      { type: 'circle', style: { fill: bg0, stroke: data } },
      { type: 'rect', style: { fill: 'none', stroke: data, lineDash: [1, 1] } },
      { type: 'group', clipPath: { type: 'rect' } }
    ]
    expect(hollowIn(marks, bg0)).toEqual(marks.slice(1))
  })

  it('finds words on words', () => {
    const word = (text: string, x: number) => ({ type: 'text', style: { text, x, y: 20, fontSize: 16, align: 'left', verticalAlign: 'middle' } })
    const room = { width: 200, height: 40, rem: 16 }
    const drawn = (x: number) => wordsIn(custom({ type: 'group', children: [word('柯城区', 0), word('衢江区', x)] }), room)
    expect(meeting(drawn(60))).toEqual([])
    expect(meeting(drawn(30)).map((pair) => pair.map(({ text }) => text))).toEqual([['柯城区', '衢江区']])
  })
})
