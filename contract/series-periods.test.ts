import { expect, it } from 'vitest'
import { hasPeriod, seriesPeriods, spanWithout } from './series-periods.ts'

const SERIES = ['2022-10', '2022-08-31', '2022-09']

it('are those of months and days', () => {
  const observations = SERIES.map((timePeriod) => ({ freq: timePeriod.length > 7 ? ('D' as const) : ('M' as const), timePeriod }))
  expect(seriesPeriods([{ freq: '_Z', timePeriod: '2021' }, ...observations, { freq: 'A', timePeriod: '2020' }])).toEqual(SERIES)
})

it.each(['2022-09', '2022', '2022-08', '2022-10-05'])('have something of %s', (period) =>
  expect([hasPeriod(period, SERIES), spanWithout(period, SERIES)]).toEqual([true, null])
)

it.each(['2022-07', '2022-11', '1999', '2022-08-30'])('have nothing of %s, and say what they have', (period) =>
  expect(spanWithout(period, SERIES)).toEqual({ first: '2022-08-31', last: '2022-10' })
)

it('are the same at any time where there are none', () => expect([hasPeriod('1999', []), spanWithout('1999', [])]).toEqual([false, null]))
