import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WallStop } from '#contract/wall.ts'
import { nextStep, programmeAt, stepsOf, type WallStep } from '#view/wall-programme.ts'

const SCENES = ['zonglan', 'minzu', 'shitang', 'zhibo']
const scene = fc.constantFrom(...SCENES)
const stop: fc.Arbitrary<WallStop> = fc.record(
  { scene, seconds: fc.integer({ min: 1, max: 60 }), counties: fc.boolean(), metric: fc.constantFrom('a', 'b') },
  { requiredKeys: ['scene'] }
)
const stops = fc.array(stop, { minLength: 1, maxLength: 6 })
const children = fc.uniqueArray(fc.constantFrom('330802', '330803', '330822', '330881'))
const round = fc.tuple(stops, children).map(([stops, children]) => stepsOf({ stops, children, root: '330800', defaultSeconds: 20 }))

/** As many steps as a round has, each found from the one before. */
function walk(steps: readonly WallStep[], start: string): (string | undefined)[] {
  const keys: (string | undefined)[] = []
  for (let key: string | undefined = start; keys.length < steps.length; key = keys.at(-1)) keys.push(nextStep(steps, key)?.key)
  return keys
}

describe('a round', () => {
  it('comes to every step once', () => {
    fc.assert(
      fc.property(round, fc.nat(), (steps, pick) => {
        const start = steps[pick % steps.length]?.key ?? ''
        const keys = walk(steps, start)
        expect(keys.at(-1)).toBe(start)
        expect(new Set(keys)).toEqual(new Set(steps.map(({ key }) => key)))
        expect(new Set(keys).size).toBe(steps.length)
      })
    )
  })

  it('goes on from the key of any other round', () => {
    fc.assert(
      fc.property(round, round, (before, now) => {
        for (const { key } of before) expect(now).toContain(nextStep(now, key))
      })
    )
  })

  it('takes any text for a key', () => {
    fc.assert(
      fc.property(round, fc.string(), (steps, key) => {
        expect(steps).toContain(nextStep(steps, key))
      })
    )
  })
})

const two = (number: number): string => String(number).padStart(2, '0')
const time = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 })).map((both) => both.map(two).join(':'))
const days = fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), { nil: undefined })
const hours = fc.record({ days, from: time, to: time }).filter(({ from, to }) => from !== to)
const base = Date.parse('2023-03-20T00:00:00Z')
const local = fc.tuple(fc.integer({ min: 0, max: 230 }), time).map(([day, at]) => `${new Date(base + day * 86_400_000).toISOString().slice(0, 10)}T${at}`)

describe('a programme', () => {
  const settings = fc.record({
    play: stops,
    schedule: fc.array(
      fc.tuple(hours, stops).map(([window, play]) => ({ ...window, play })),
      { maxLength: 3 }
    ),
    night: fc.array(
      fc.tuple(hours, fc.constantFrom(0.2, 0.5)).map(([window, dim]) => ({ ...window, dim })),
      { maxLength: 2 }
    ),
    pins: fc.array(fc.record({ scene, from: local, until: local }), { maxLength: 3 })
  })
  const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

  // Half a year with both changes of the clocks.
  it('stays the same until its next change', () => {
    const zone = fc.constantFrom('Asia/Shanghai', 'Europe/Berlin')
    const minute = fc.integer({ min: 0, max: 230 * 1440 })
    fc.assert(
      fc.property(settings, zone, minute, fc.array(share, { minLength: 3, maxLength: 6 }), (settings, timeZone, minutes, samples) => {
        const now = base + minutes * 60_000
        const { nextChange, ...answer } = shownAt(now)
        const until = nextChange ?? now + 9 * 86_400_000
        expect(until).toBeGreaterThan(now)
        for (const instant of [until - 1, ...samples.map((part) => Math.min(until - 1, Math.floor(now + part * (until - now))))]) {
          expect(shownAt(instant)).toEqual({ ...answer, nextChange })
        }
        function shownAt(instant: number) {
          return programmeAt({ settings, url: {}, now: instant, openedAt: base, timeZone, scenes: SCENES })
        }
      })
    )
  })
})
