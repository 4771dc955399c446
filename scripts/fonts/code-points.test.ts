import { describe, expect, it } from 'vitest'
import { codePointsOf, formatUnicodeRange, parseUnicodeRange, sorted, textOf } from './code-points.ts'

describe('code points', () => {
  it('leave out what paints nothing', () => {
    expect(textOf(codePointsOf('甲\u200b 乙\u00a0\n\u3000\ufe0f'))).toBe(' \u3000乙甲')
  })

  it('keep characters beyond the basic plane whole', () => {
    expect(sorted(codePointsOf('𠮷'))).toEqual([0x20bb7])
  })

  it('make a unicode-range and come back from it', () => {
    const set = new Set([0x4e00, 0x30, 0x31, 0x32, 0x20bb7])
    expect(formatUnicodeRange(set)).toBe('U+30-32,U+4e00,U+20bb7')
    expect(parseUnicodeRange('U+30-32, U+4E00,U+20bb7')).toEqual(set)
  })

  it('reject what is no unicode-range', () => {
    expect(() => parseUnicodeRange('U+4??')).toThrow('U+4??')
  })
})
