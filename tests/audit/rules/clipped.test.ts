import { describe, expect, it } from 'vitest'
import { boxAt, madeText } from '#tests/audit/made-text.ts'
import { clipped } from './clipped.ts'

const WINDOW = boxAt(0, 0, 1920, 1080)

describe('clipped', () => {
  it.each([
    ['left', boxAt(-4, 100, 60, 20)],
    ['right', boxAt(1864, 100, 60, 20)],
    ['top', boxAt(100, -4, 60, 20)],
    ['bottom', boxAt(100, 1064, 60, 20)]
  ])('finds 4 px beyond the window on the %s', (_side, box) => {
    const text = madeText({ box })
    expect(clipped([text], WINDOW)).toEqual([{ rule: 'clipped', panel: 'map', texts: ['江山市'], boxes: [box], px: 4, why: 'outside the window' }])
  })

  it('finds what an ancestor or a canvas cuts', () => {
    const room = boxAt(100, 100, 56, 40)
    expect(clipped([madeText({ room })], WINDOW)).toEqual([expect.objectContaining({ px: 4, why: 'cut by an ancestor' })])
    expect(clipped([madeText({ room, drawn: 'chart' })], WINDOW)).toEqual([expect.objectContaining({ px: 4, why: 'outside its canvas' })])
  })

  it('lets 2 px pass', () => {
    expect(clipped([madeText({ box: boxAt(1862, 100, 60, 20) }), madeText({ room: boxAt(100, 100, 58, 20) })], WINDOW)).toEqual([])
  })

  it('finds an ellipsis, however little it hides', () => {
    expect(clipped([madeText({ shortened: true })], WINDOW)).toEqual([expect.objectContaining({ why: 'an ellipsis stands for the rest' })])
  })

  it('lets a strip that is moved aside go on beside the window, but not below what cuts it', () => {
    const box = boxAt(-400, 100, 60, 20)
    expect(clipped([madeText({ box, scrolls: true })], WINDOW)).toEqual([])
    expect(clipped([madeText({ box, scrolls: true, room: { ...boxAt(0, 0, 1, 110), left: -Infinity, right: Infinity } })], WINDOW)).toHaveLength(1)
  })

  it('lets the column go on below its window', () => {
    expect(clipped([madeText({ box: boxAt(100, 3000, 60, 20) })], { ...WINDOW, bottom: Infinity })).toEqual([])
  })
})
