import { describe, expect, it } from 'vitest'
import { drawn, says } from './cells.ts'

describe('what a page says', () => {
  it.each([
    ['回归项目 958 个', '958个', true],
    ['1,958个', '958个', false],
    ['958.2亿元', '958', false],
    ['共958，', '958', true],
    ['206.5', '206', false],
    ['第 1 版，2026-11-28 07:39 发布', '39', false],
    ['第 1 版，2026-11-28 07:39 发布', '28', false],
    ['526 多亿元', '526多亿元', true],
    ['2022-10\n3万余名\n2.2万余件', '3万余名', true],
    ['526\n多亿元', '526多亿元', true],
    ['52\n6多亿元', '526多亿元', false]
  ])('%s holds %s: %s', (page, text, holds) => expect(says(page, text)).toBe(holds))
})

describe('a draw', () => {
  const items = Array.from({ length: 50 }, (_, index) => index)

  it('takes each once, and the same for a seed', () => {
    expect(new Set(drawn(items, 20, 7)).size).toBe(20)
    expect(drawn(items, 20, 7)).toEqual(drawn(items, 20, 7))
    expect(drawn(items, 20, 7)).not.toEqual(drawn(items, 20, 8))
  })

  it('takes no more than there are', () => expect(drawn(items, 80, 1)).toHaveLength(50))
})
