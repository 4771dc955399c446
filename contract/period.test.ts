import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparePeriods, endPointOf, endsBy, intervalOf, isPeriodPoint, isTimePeriod, overlaps } from '#contract/period.ts'

describe('isTimePeriod', () => {
  it.each([
    '2022',
    '2022-09',
    '2022-09-01',
    '2020/2022',
    '2021-05/2022-10',
    '2022-01-31/2022-02',
    '../2022-10',
    '../2022',
    '_T',
    '2024-02-29',
    '2000-02-29',
    '2022-05/2022'
  ])('takes %s', (text) => {
    expect(isTimePeriod(text)).toBe(true)
  })

  it.each([
    '',
    '22',
    '2022-13',
    '2022-00',
    '2022-9',
    '2022-04-31',
    '2023-02-29',
    '1900-02-29',
    '2022-02-30',
    '2022-09-00',
    '2022-09-32',
    '2022/2020',
    '2022-10/2022-09',
    '../..',
    '2022/..',
    '../',
    '/2022',
    '2022/',
    '2020/2021/2022',
    '_T/2022',
    '2022-Q3',
    '2022年9月',
    ' 2022',
    '2022-09-01T00:00'
  ])('refuses %j', (text) => {
    expect(isTimePeriod(text)).toBe(false)
  })

  it('takes each day there is and no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2400 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }), (year, month, day) => {
        const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
        const exists = new Date(Date.UTC(year, month - 1, day)).getUTCMonth() === month - 1
        expect(isTimePeriod(text)).toBe(exists)
      })
    )
  })

  it('has points without intervals', () => {
    expect(['2022', '2022-09', '2022-09-30'].every(isPeriodPoint)).toBe(true)
    expect(['_T', '../2022', '2020/2022', '2022-09-31'].some(isPeriodPoint)).toBe(false)
  })
})

describe('intervalOf', () => {
  it.each([
    ['2022', '2022-01-01', '2022-12-31'],
    ['2022-09', '2022-09-01', '2022-09-30'],
    ['2022-02', '2022-02-01', '2022-02-28'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['1900-02', '1900-02-01', '1900-02-28'],
    ['2000-02', '2000-02-01', '2000-02-29'],
    ['2022-12', '2022-12-01', '2022-12-31'],
    ['2022-09-15', '2022-09-15', '2022-09-15'],
    ['2020/2022', '2020-01-01', '2022-12-31'],
    ['2021-05/2022-10', '2021-05-01', '2022-10-31'],
    ['../2022-10', null, '2022-10-31']
  ])('%s is %s to %s', (period, start, end) => {
    expect(intervalOf(period)).toEqual({ start, end })
  })

  it('knows no days of _T', () => {
    expect(intervalOf('_T')).toBeNull()
  })
})

describe('endPointOf', () => {
  it.each([
    ['2022-10', '2022-10'],
    ['../2022-10', '2022-10'],
    ['2020/2022', '2022'],
    ['_T', null]
  ])('%s ends at %s', (period, end) => {
    expect(endPointOf(period)).toBe(end)
  })
})

describe('overlaps', () => {
  it.each([
    ['2022-09', '2022-09', '2022-09', true],
    ['2022-09', '2022-10', undefined, false],
    ['2022-09', undefined, '2022-08', false],
    ['2022', '2022-12-31', undefined, true],
    ['2022', '2023', undefined, false],
    ['2020/2022', '2021-06', '2021-07', true],
    ['2021-05/2022-10', undefined, '2021-04-30', false],
    ['2021-05/2022-10', undefined, '2021-05-01', true],
    ['../2022-10', undefined, '1999', true],
    ['../2022-10', '2022-10-31', undefined, true],
    ['../2022-10', '2022-11', undefined, false],
    ['2024-02', '2024-02-29', undefined, true],
    ['_T', '2030', '2031', true],
    ['2022-09', undefined, undefined, true]
  ] as const)('%s with from %s to %s: %s', (period, from, to, matches) => {
    expect(overlaps(period, from, to)).toBe(matches)
  })
})

describe('comparePeriods', () => {
  it('orders by the last day, however the period is written', () => {
    const inOrder = ['_T', '../2022-09', '2022-10-30', '../2022-10', '2021-05/2022-10', '2022-10', '2022', '../2023-01']
    expect(inOrder.toReversed().toSorted(comparePeriods)).toEqual(inOrder)
  })
})

describe('endsBy', () => {
  it.each([
    ['2022-10', '2022-10', true],
    ['2022-11', '2022-10', false],
    ['2022-10', '2022', true],
    ['2023-01', '2022', false],
    ['../2022-10', '2022-10', true],
    ['2022', '2022-10', false],
    ['_T', '1990', true]
  ] as const)('%s by %s: %s', (period, until, ended) => {
    expect(endsBy(period, until)).toBe(ended)
  })
})
