import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayAt, dayOf, instantIn, localInstant, weekdayOf } from '#view/local-time.ts'

describe('a local time and its instant', () => {
  it.each([
    ['Asia/Shanghai', '2022-10-26T09:30', '2022-10-26T01:30:00Z'],
    ['Asia/Shanghai', '2023-01-01T00:00', '2022-12-31T16:00:00Z'],
    ['UTC', '2024-02-29T23:59', '2024-02-29T23:59:00Z'],
    ['Europe/Berlin', '2023-01-15T08:00', '2023-01-15T07:00:00Z'],
    ['Europe/Berlin', '2023-07-15T08:00', '2023-07-15T06:00:00Z'],
    // 23 hours: 02:00 to 03:00 is left out.
    ['Europe/Berlin', '2023-03-26T00:00', '2023-03-25T23:00:00Z'],
    ['Europe/Berlin', '2023-03-26T01:59', '2023-03-26T00:59:00Z'],
    ['Europe/Berlin', '2023-03-26T02:30', '2023-03-26T01:30:00Z'],
    ['Europe/Berlin', '2023-03-26T03:00', '2023-03-26T01:00:00Z'],
    ['Europe/Berlin', '2023-03-27T00:00', '2023-03-26T22:00:00Z'],
    // 25 hours: 02:00 to 03:00 comes twice.
    ['Europe/Berlin', '2023-10-29T02:30', '2023-10-29T00:30:00Z'],
    ['Europe/Berlin', '2023-10-29T03:00', '2023-10-29T02:00:00Z'],
    ['Europe/Berlin', '2023-10-30T00:00', '2023-10-29T23:00:00Z'],
    ['America/New_York', '2023-11-05T01:30', '2023-11-05T05:30:00Z']
  ])('%s %s', (timeZone, local, instant) => {
    expect(new Date(localInstant(timeZone, local)).toISOString()).toBe(new Date(instant).toISOString())
  })

  it('is on its day', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'UTC'),
        fc.integer({ min: 10_000, max: 30_000 }),
        fc.constantFrom('00:00', '02:30', '12:00', '23:59'),
        (timeZone, day, time) => {
          expect(dayAt(instantIn(timeZone, day, time), timeZone)).toBe(day)
        }
      )
    )
  })
})

describe('days', () => {
  it.each([
    ['1970-01-01', 4],
    ['1969-12-31', 3],
    ['2022-10-24', 1],
    ['2022-10-30', 7],
    ['2023-01-01', 7]
  ])('%s is weekday %s', (date, weekday) => {
    expect(weekdayOf(dayOf(date))).toBe(weekday)
  })

  it('begin at local midnight', () => {
    const midnight = Date.parse('2022-12-31T16:00:00Z')
    expect(dayAt(midnight - 1, 'Asia/Shanghai')).toBe(dayOf('2022-12-31'))
    expect(dayAt(midnight, 'Asia/Shanghai')).toBe(dayOf('2023-01-01'))
  })
})
