import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { THEME_IDS } from '#tokens/themes.ts'
import { formatWallView, parseWallView, type WallView } from '#view/wall-codec.ts'

const scene = fc.stringMatching(/^[a-z][a-z0-9-]{0,39}$/)
const time = fc.stringMatching(/^([01]\d|2[0-3]):[0-5]\d$/)
const date = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10))
const stop = fc.record({ scene, seconds: fc.integer({ min: 1, max: 3600 }), counties: fc.constant(true) }, { requiredKeys: ['scene'] })
const wait = fc.integer({ min: 50, max: 3_600_000 }).map((milliseconds) => milliseconds / 1000)
const waits = fc
  .record({ request: wait, poll: wait, silence: wait, reconnectFirst: wait, reconnectLongest: wait, report: wait }, { requiredKeys: [] })
  .filter((some) => Object.keys(some).length > 0)
const view: fc.Arbitrary<WallView> = fc.record(
  {
    play: fc.array(stop, { minLength: 1, maxLength: 5 }),
    name: fc.stringMatching(/^[指挥中心A-Za-z0-9#&:,@%+]{1,40}$/),
    theme: fc.constantFrom(...THEME_IDS),
    pin: fc.record({
      scene,
      until: fc.oneof(
        time.map((at) => ({ time: at })),
        fc.tuple(date, time).map(([day, at]) => ({ local: `${day}T${at}` }))
      )
    }),
    waits
  },
  { requiredKeys: [] }
)

describe('the address of a wall', () => {
  it('brings a view back', () => {
    fc.assert(
      fc.property(view, (state) => {
        expect(parseWallView(formatWallView(state))).toEqual(state)
      })
    )
  })

  it('never throws, and what it takes from any text it can write', () => {
    const pieces = fc.array(
      fc.constantFrom('play=', 'name=', 'pin=', 'waits=', '&', 'zonglan', ':20', ':counties', ',', '@18:00', 'poll:', '2.5', '指', '%F0%9F%98%80')
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'binary' }).map((name) => `?name=${name}`),
      pieces.map((some) => some.join(''))
    )
    fc.assert(
      fc.property(text, (search) => {
        const state = parseWallView(search)
        expect(parseWallView(formatWallView(state))).toEqual(state)
        expect((state.name ?? '').length).toBeLessThanOrEqual(40)
      })
    )
  })

  it('is readable', () => {
    const search = '?play=zonglan:20,shitang:60:counties,minzu&name=A%20%26%20B&theme=ink&pin=minzu@18:00&waits=request:1,reconnectFirst:0.2'
    expect(parseWallView(search)).toEqual({
      play: [{ scene: 'zonglan', seconds: 20 }, { scene: 'shitang', seconds: 60, counties: true }, { scene: 'minzu' }],
      name: 'A & B',
      theme: 'ink',
      pin: { scene: 'minzu', until: { time: '18:00' } },
      waits: { request: 1, reconnectFirst: 0.2 }
    })
    expect(formatWallView(parseWallView(search))).toBe(search)
    expect(parseWallView('?pin=minzu@2022-10-26T18:00').pin).toEqual({ scene: 'minzu', until: { local: '2022-10-26T18:00' } })
    expect(parseWallView('')).toEqual({})
    expect(formatWallView({})).toBe('')
  })

  it('takes the first of a parameter given twice and drops what is no part of it', () => {
    expect(parseWallView('?theme=ink&theme=hong&audit=1&__proto__=x&scene=a')).toEqual({ theme: 'ink' })
  })
})

describe('a bad entry', () => {
  it.each([
    ['', 'nothing'],
    ['Zonglan:20', 'upper case'],
    ['zonglan:0', 'no time'],
    ['zonglan:3601', 'more than an hour'],
    ['zonglan:1.5', 'half a second'],
    ['zonglan:-5', 'less than no time'],
    ['zonglan:1e3', 'no plain number'],
    ['zonglan:20:towns', 'an unknown loop'],
    ['zonglan:20:counties:x', 'too much'],
    ['zonglan:', 'an open end'],
    ['<img>:20', 'markup'],
    [`${'a'.repeat(41)}:20`, 'too long']
  ])('of play is dropped alone: %s (%s)', (bad) => {
    expect(parseWallView(`?play=${encodeURIComponent(bad)}`)).toEqual({})
    expect(parseWallView(`?play=${encodeURIComponent(`minzu:15,${bad},shitang:counties`)}`)).toEqual({
      play: [
        { scene: 'minzu', seconds: 15 },
        { scene: 'shitang', counties: true }
      ]
    })
  })

  it.each(['gone:1', 'poll:', 'poll:-1', 'poll:0', 'poll:0.01', 'poll:3601', 'poll:1e3', 'poll:Infinity', '__proto__:1', 'toString:1', 'poll'])(
    'of waits is dropped alone: %s',
    (bad) => {
      expect(parseWallView(`?waits=${bad}`)).toEqual({})
      expect(parseWallView(`?waits=request:0.5,${bad},report:15`)).toEqual({ waits: { request: 0.5, report: 15 } })
    }
  )

  it.each([
    'pin=minzu',
    'pin=minzu@',
    'pin=minzu@24:00',
    'pin=minzu@8:00',
    'pin=@18:00',
    'pin=minzu@2023-02-29T18:00',
    'pin=minzu@2023-13-01T18:00',
    'pin=minzu@2023-02-28',
    'theme=dark',
    'theme=__proto__',
    'name=',
    'name=%20%0A',
    'name=%E2%80%AE'
  ])('leaves out %s', (bad) => {
    expect(parseWallView(`?${bad}`)).toEqual({})
  })
})

describe('a name', () => {
  it.each([
    ['  指挥 中心  ', '指挥 中心'],
    ['指挥\u0000中\n心\u007F', '指挥中心'],
    ['\u202Eevil\u2066x\u2069\u200F\u061C', 'evilx'],
    ['a\u2028b\u2029c\u200Bd\uFEFF', 'abcd'],
    ['墙'.repeat(41), '墙'.repeat(40)],
    [`${'a'.repeat(39)}😀`, 'a'.repeat(39)],
    [`${'a'.repeat(39)} b`, 'a'.repeat(39)]
  ])('%j is %j', (told, name) => {
    expect(parseWallView(`?name=${encodeURIComponent(told)}`)).toEqual({ name })
  })
})
