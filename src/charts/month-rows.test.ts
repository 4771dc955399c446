import { describe, expect, it } from 'vitest'
import { monthLabels, nameRoom } from '#charts/month-rows.ts'
import { monthsFrom } from '#contract/months.ts'

describe('monthLabels', () => {
  const year = monthsFrom('2021-11', 12)

  it('names every month where there is room, and the year when it begins', () => {
    expect(monthLabels(year, 4.4)).toEqual(['2021年11月', '12月', '2022年1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月', '10月'])
  })

  it('counts back from the last where there is less', () => {
    const shown = monthLabels(year, 2)
    expect(shown.at(-1)).toBe('10月')
    expect(shown.filter((label) => label !== '')).toEqual(['2022年1月', '4月', '7月', '10月'])
  })

  it('names one month with its year', () => {
    expect(monthLabels(['2022-10'], 40)).toEqual(['2022年10月'])
    expect(monthLabels([], 4)).toEqual([])
  })
})

describe('nameRoom', () => {
  it('is as wide as the longest name, up to a point', () => {
    expect(nameRoom(['柯城区'])).toBe(3.75)
    expect(nameRoom(['柯城区', '积石山保安族东乡族撒拉族自治县'])).toBe(9)
    expect(nameRoom([])).toBe(0)
  })
})
