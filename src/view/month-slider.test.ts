import { expect, it } from 'vitest'
import { sceneAnswer } from '#contract/snapshot.ts'
import { monthAt, monthsOf, periodAt } from '#view/month-slider.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { must } from '#tests/support/panel-data.ts'

const monthsIn = (id: string): readonly string[] => monthsOf(sceneAnswer(normal(), { id }))

it('goes over the months that a scene has, and is not there where it has none', () => {
  expect([monthsIn('zonglan').at(0), monthsIn('zonglan').at(-1), monthsIn('zonglan').length]).toEqual(['2021-05', '2022-10', 18])
  expect(monthsIn('huigui')).toEqual([])
})

it('leaves out what is only expected, and closes holes', () => {
  const month = must(sceneAnswer(normal(), { id: 'zonglan' }).observations.find(({ freq }) => freq === 'M'))
  const at = (timePeriod: string, more: object = {}) => ({ ...month, timePeriod, ...more })
  expect(
    monthsOf({ observations: [at('2022-04'), at('2022-01'), at('2022-05', { obsStatus: 'F' }), at('2022-06', { obsValue: null, obsStatus: 'O' })] })
  ).toEqual(['2022-01', '2022-02', '2022-03', '2022-04'])
})

it.each([
  [undefined, 3],
  ['2022-04', 3],
  ['2022-02', 1],
  ['2022', 3],
  ['2023-01', 3],
  ['2021', 0]
])('finds the month of %s', (period, index) => {
  expect(monthAt(['2022-01', '2022-02', '2022-03', '2022-04'], period)).toBe(index)
})

it('writes the newest month as nothing', () => {
  expect([3, 2, 0, -1, 9].map((index) => periodAt(['2022-01', '2022-02', '2022-03', '2022-04'], index))).toEqual([
    undefined,
    '2022-03',
    '2022-01',
    '2022-01',
    undefined
  ])
})
