import { describe, expect, it } from 'vitest'
import { extremes } from '#charts/extremes.ts'

const one = (name: string, value: number | null, text = `${value}个`) => ({ name, value, text })

describe('the ends of a comparison in words', () => {
  it('name the most and the least', () => {
    expect(extremes([one('甲县', 4), one('乙县', 9), one('丙县', 1)])).toBe('乙县最多，9个；丙县最少，1个')
  })

  it('name all that share an end', () => {
    expect(extremes([one('甲县', 4), one('乙县', 4), one('丙县', 1)])).toBe('甲县、乙县最多，4个；丙县最少，1个')
  })

  it('say that all are alike', () => {
    expect(extremes([one('甲县', 1), one('乙县', 1)])).toBe('各1个')
  })

  it('leave out what has no value, and say why it has none', () => {
    expect(extremes([one('甲县', 0), one('乙县', null, '未报'), one('丙县', 2)])).toBe('丙县最多，2个；甲县最少，0个；乙县未报')
    expect(extremes([one('甲县', 3), one('乙县', null, '未报')])).toBe('甲县3个；乙县未报')
    expect(extremes([one('乙县', null, '未报')])).toBe('乙县未报')
  })
})
