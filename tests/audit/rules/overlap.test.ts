import { describe, expect, it } from 'vitest'
import { boxAt, madeText } from '#tests/audit/made-text.ts'
import { overlaps } from './overlap.ts'

const WINDOW = boxAt(0, 0, 1920, 1080)
const one = madeText()
const other = (x: number, y: number, change = {}) => madeText({ text: '6,980', panel: 'kpi', box: boxAt(x, y, 60, 20), ...change })

describe('overlaps', () => {
  it('names both texts, their panels and the lesser depth', () => {
    const second = other(110, 116)
    expect(overlaps([one, second], WINDOW)).toEqual([
      { rule: 'overlap', panel: 'map + kpi', texts: ['江山市', '6,980'], boxes: [one.box, second.box], px: 4, why: 'two texts lie over each other' }
    ])
    expect(overlaps([one, other(156, 101)], WINDOW)).toEqual([expect.objectContaining({ px: 4 })])
  })

  it.each([
    ['apart', other(100, 121)],
    ['touching', other(160, 100)],
    ['within the tolerance', other(100, 118.6)],
    ['within the tolerance sideways', other(158.6, 100)]
  ])('finds nothing between texts that are %s', (_how, second) => {
    expect(overlaps([one, second], WINDOW)).toEqual([])
    expect(overlaps([second, one], WINDOW)).toEqual([])
  })

  it('finds more than the tolerance, in any order', () => {
    const texts = [other(100, 118.4), other(900, 900), one]
    for (const order of [texts, texts.toReversed()]) expect(overlaps(order, WINDOW)).toHaveLength(1)
  })

  it('finds each pair of many', () => {
    expect(overlaps([one, other(110, 110), other(120, 105, { text: '名' })], WINDOW)).toHaveLength(3)
  })

  it('knows a text of a chart over one of the document', () => {
    expect(overlaps([one, other(110, 110, { drawn: 'chart' })], WINDOW)).toHaveLength(1)
  })

  it('counts only what is left to see', () => {
    expect(overlaps([one, other(100, 110, { room: boxAt(100, 121, 60, 40) })], WINDOW)).toEqual([])
    expect(overlaps([one, other(110, 110)], boxAt(0, 0, 1920, 111))).toEqual([])
  })

  it('lets a card lie over the page, not over itself', () => {
    const card = other(110, 110, { above: true })
    expect(overlaps([one, card], WINDOW)).toEqual([])
    expect(overlaps([card, madeText({ above: true })], WINDOW)).toHaveLength(1)
  })

  it('lets what is scrolled go under what stays, not under itself', () => {
    const bar = other(110, 110, { layer: 1 })
    expect(overlaps([one, bar], WINDOW)).toEqual([])
    expect(overlaps([bar, madeText({ layer: 1 })], WINDOW)).toHaveLength(1)
  })

  it('takes a text drawn twice at one place for one, and another text there for a fault', () => {
    expect(overlaps([one, madeText({ box: boxAt(100.5, 100, 60, 20) })], WINDOW)).toEqual([])
    expect(overlaps([one, madeText({ text: '龙游县' })], WINDOW)).toHaveLength(1)
    expect(overlaps([one, madeText({ box: boxAt(110, 104, 60, 20) })], WINDOW)).toHaveLength(1)
  })
})
