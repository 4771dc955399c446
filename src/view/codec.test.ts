import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { THEME_IDS } from '#tokens/themes.ts'
import { formatView, parseView, type View } from '#view/codec.ts'

const view: fc.Arbitrary<View> = fc.record(
  {
    scene: fc.stringMatching(/^[a-z][a-z0-9-]{0,39}$/),
    root: fc.stringMatching(/^\d{6}$/),
    region: fc.stringMatching(/^\d{6}$/),
    compare: fc.uniqueArray(fc.stringMatching(/^\d{6}$/), { minLength: 2, maxLength: 3 }),
    metric: fc.stringMatching(/^[A-Za-z][\w.-]{0,63}$/),
    period: fc.oneof(fc.stringMatching(/^\d{4}$/), fc.stringMatching(/^\d{4}-(0[1-9]|1[0-2])$/)),
    release: fc.integer({ min: 1, max: 999_999_999 }),
    theme: fc.constantFrom(...THEME_IDS)
  },
  { requiredKeys: [] }
)

describe('the view codec', () => {
  it('brings a view back from its address', () => {
    fc.assert(
      fc.property(view, (state) => {
        expect(parseView(formatView(state))).toEqual(state)
      })
    )
  })

  it('brings an address back from its view', () => {
    fc.assert(
      fc.property(view, (state) => {
        expect(formatView(parseView(formatView(state)))).toBe(formatView(state))
      })
    )
  })

  it('never throws, and what it takes from any text it can write', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webQueryParameters()), (text) => {
        const state = parseView(text)
        expect(parseView(formatView(state))).toEqual(state)
      })
    )
  })

  it('writes a view in one order, and the default view as nothing', () => {
    expect(formatView({ theme: 'hong', release: 3, period: '2022-10', metric: 'xxt.members', region: '330881', scene: 'zonglan' })).toBe(
      '?scene=zonglan&region=330881&metric=xxt.members&period=2022-10&release=3&theme=hong'
    )
    expect(formatView({ compare: ['330825', '330824'], region: '330881', root: '330800' })).toBe('?root=330800&region=330881&compare=330825,330824')
    expect(parseView('?compare=330824%2C330825%2C330881')).toEqual({ compare: ['330824', '330825', '330881'] })
    expect(formatView({})).toBe('')
    expect(formatView({ region: undefined })).toBe('')
    expect(parseView('')).toEqual({})
  })

  it.each([
    'scene=Zonglan',
    'scene=',
    'scene=1a',
    'scene=..%2Fetc',
    `scene=${'a'.repeat(41)}`,
    'scene=%3Cimg%3E',
    'region=33088',
    'region=3308811',
    'region=衢州',
    'region=33088a',
    'region=%0A330881',
    'root=33088',
    'root=江山',
    'root=330881,330824',
    'compare=330824',
    'compare=',
    'compare=330824,',
    'compare=330824,33082',
    'compare=330824,330824',
    'compare=330824,330825,330824',
    'compare=330824,330825,330881,330822',
    'compare=330824 330825',
    'metric=1x',
    'metric=xxt members',
    `metric=${'m'.repeat(65)}`,
    'metric=%22',
    'metric=',
    'period=2022-13',
    'period=2022-00',
    'period=22',
    'period=2022-1',
    'period=2022-10-01',
    'period=_T',
    'period=../2022',
    'release=0',
    'release=-1',
    'release=1.5',
    'release=01',
    'release=1e3',
    'release=9999999999',
    'release=latest',
    'theme=dark',
    'theme=INK',
    'theme=',
    'theme=__proto__',
    'theme=toString'
  ])('leaves out the bad %s and keeps the rest', (bad) => {
    const good = 'scene=zonglan&root=330881&region=330881&metric=xxt.members&period=2022&release=3&theme=hong&compare=330824,330825'
    const [key = ''] = bad.split('=')
    const others = good
      .split('&')
      .filter((pair) => !pair.startsWith(`${key}=`))
      .join('&')
    expect(parseView(`?${bad}`)).toEqual({})
    expect(formatView(parseView(`?${bad}&${others}`))).toBe(`?${others}`)
  })

  it('takes the first of a parameter given twice and drops what is no part of the view', () => {
    expect(parseView('?scene=a&scene=b&audit=1&__proto__=x')).toEqual({ scene: 'a' })
  })
})
