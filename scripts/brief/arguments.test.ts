import { describe, expect, it } from 'vitest'
import { orderOf } from './arguments.ts'

const NEEDED = ['--url', 'http://127.0.0.1:8080', '--out', 'brief.pdf']

describe('what is to be printed', () => {
  it('is the whole pack on A4 unless told otherwise', () => {
    expect(orderOf(NEEDED)).toEqual({ address: 'http://127.0.0.1:8080/brief', out: 'brief.pdf', size: 'a4' })
  })

  it('is asked for as the page itself is', () => {
    const { address, size } = orderOf([...NEEDED, '--scenes', 'zonglan,huigui', '--size', '16x9', '--release', '3', '--region', '330881'])
    expect(new URL(address).searchParams.toString()).toBe('scenes=zonglan%2Chuigui&size=16x9&region=330881&release=3')
    expect(size).toBe('16x9')
  })

  it.each([
    [['--out', 'brief.pdf'], '缺少 --url'],
    [['--url', 'nowhere', '--out', 'x.pdf'], '不是网址'],
    [[...NEEDED, '--size', 'a5'], 'a4 或 16x9'],
    [[...NEEDED, '--release', '0'], '正整数'],
    [[...NEEDED, '--scenes', 'Zonglan'], '场景代号'],
    [[...NEEDED, '--page', '3'], '用法']
  ])('%j is refused in words', (words, reason) => {
    expect(() => orderOf(words)).toThrow(reason)
  })
})
