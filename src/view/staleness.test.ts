import { describe, expect, it } from 'vitest'
import { Indicator } from '#contract/indicator.ts'
import type { Freq, Observation } from '#contract/observation.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { stale } from '#mocks/fixtures/stale.ts'
import { staleness } from '#view/staleness.ts'

const indicator = (calendar?: { freq: Freq; dueDay: number }, id = 'served'): Indicator =>
  Indicator.parse({
    id,
    theme: 'main',
    name: id,
    definition: null,
    unitMeasure: '件',
    decimals: 0,
    freq: 'M',
    accumulation: 'period',
    aggregation: 'sum',
    direction: 'up',
    seriesScale: 1,
    calendar
  })

const told = (timePeriod: string, more: Partial<Observation> = {}): Observation => ({
  indicator: 'served',
  refArea: '100000',
  scope: '全市',
  timePeriod,
  freq: 'M',
  obsValue: '1',
  bound: 'exact',
  scale: 1,
  obsStatus: 'A',
  origin: 'reported',
  source: 'paper',
  release: 1,
  ...more
})

const at = (iso: string): number => Date.parse(iso)
const monthly = indicator({ freq: 'M', dueDay: 10 })

describe('a monthly figure, due ten days after its month', () => {
  it.each([
    ['2022-10-01T00:00:00Z', null],
    ['2022-11-10T23:59:59.999Z', null],
    ['2022-11-11T00:00:00Z', 1],
    ['2022-11-11T23:59:59Z', 1],
    ['2022-11-12T00:00:00Z', 2],
    ['2023-11-11T00:00:00Z', 366],
    ['1970-01-01T00:00:00Z', null]
  ])('of 2022-09 at %s is late by %s days', (now, daysLate) => {
    expect(staleness([monthly], [told('2022-08'), told('2022-09')], at(now), 'UTC')).toEqual(daysLate === null ? null : { period: '2022-09', daysLate })
  })

  it('is due over New Year and in February', () => {
    expect(staleness([monthly], [told('2022-12')], at('2023-02-10T23:59:59Z'), 'UTC')).toBeNull()
    expect(staleness([monthly], [told('2022-12')], at('2023-02-11T00:00:00Z'), 'UTC')).toEqual({ period: '2022-12', daysLate: 1 })
    expect(staleness([monthly], [told('2024-01')], at('2024-03-11T00:00:00Z'), 'UTC')).toEqual({ period: '2024-01', daysLate: 1 })
  })

  it('counts values only, of its own frequency', () => {
    const missing = [told('2022-09'), told('2022-10', { obsValue: null, obsStatus: 'O' }), told('2022', { freq: 'A' }), told('../2023-01', { freq: '_Z' })]
    expect(staleness([monthly], missing, at('2022-11-11T00:00:00Z'), 'UTC')?.period).toBe('2022-09')
    expect(staleness([monthly], [], at('2030-01-01T00:00:00Z'), 'UTC')).toBeNull()
  })

  it('is due at once without days of grace', () => {
    const strict = indicator({ freq: 'M', dueDay: 0 })
    expect(staleness([strict], [told('2022-09')], at('2022-10-31T23:59:59Z'), 'UTC')).toBeNull()
    expect(staleness([strict], [told('2022-09')], at('2022-11-01T00:00:00Z'), 'UTC')?.daysLate).toBe(1)
  })
})

describe('other calendars', () => {
  it('knows quarters', () => {
    const quarterly = indicator({ freq: 'Q', dueDay: 15 })
    const observations = [told('2022-04/2022-06', { freq: 'Q' }), told('2022-07/2022-09', { freq: 'Q' })]
    expect(staleness([quarterly], observations, at('2023-01-15T23:59:59Z'), 'UTC')).toBeNull()
    expect(staleness([quarterly], observations, at('2023-01-16T00:00:00Z'), 'UTC')).toEqual({ period: '2022-07/2022-09', daysLate: 1 })
  })

  it('knows years', () => {
    const yearly = indicator({ freq: 'A', dueDay: 31 })
    expect(staleness([yearly], [told('2021', { freq: 'A' })], at('2023-01-31T23:59:59Z'), 'UTC')).toBeNull()
    expect(staleness([yearly], [told('2021', { freq: 'A' })], at('2023-02-01T00:00:00Z'), 'UTC')).toEqual({ period: '2021', daysLate: 1 })
  })

  it('never calls a figure without a calendar stale', () => {
    expect(staleness([indicator()], [told('1999-01')], at('2099-01-01T00:00:00Z'), 'UTC')).toBeNull()
    const { document, observations } = normal()
    expect(staleness(document.indicators, observations, at('2099-01-01T00:00:00Z'), 'UTC')).toBeNull()
  })

  it('tells the worst delay', () => {
    const slow = indicator({ freq: 'M', dueDay: 10 }, 'slow')
    const observations = [told('2022-09'), told('2022-06', { indicator: 'slow' })]
    expect(staleness([monthly, slow], observations, at('2022-11-11T00:00:00Z'), 'UTC')?.period).toBe('2022-06')
    expect(staleness([slow, monthly], observations, at('2022-11-11T00:00:00Z'), 'UTC')?.period).toBe('2022-06')
  })

  it('finds the month that never came in the stale fixture', () => {
    const { document, observations } = stale()
    expect(staleness(document.indicators, observations, at('2022-11-20T00:00:00Z'), 'UTC')).toEqual({ period: '2022-09', daysLate: 10 })
  })
})

describe('time zones', () => {
  it('counts days where the pack is, not in UTC', () => {
    const due = at('2022-11-10T16:00:00Z')
    expect(staleness([monthly], [told('2022-09')], due - 1, 'Asia/Shanghai')).toBeNull()
    expect(staleness([monthly], [told('2022-09')], due, 'Asia/Shanghai')?.daysLate).toBe(1)
  })
})
