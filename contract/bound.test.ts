import { describe, expect, it } from 'vitest'
import { type Bounded, closesOn, printedStep } from '#contract/bound.ts'

const figure = (bound: Bounded['bound'], obsValue: string | null, scale: Bounded['scale'] = 1, obsValueHigh?: string): Bounded => ({
  bound,
  obsValue,
  scale,
  obsValueHigh
})

describe('printedStep', () => {
  it.each([
    ['30000', 10_000, '10000'],
    ['22000', 10_000, '1000'],
    ['52600000000', 100_000_000, '100000000'],
    ['120000000000', 100_000_000, '10000000000'],
    ['385000000', 100_000_000, '1000000'],
    ['1500', 1, '100'],
    ['99.5', 1, '0.1']
  ] as const)('%s at %d steps by %s', (value, scale, step) => {
    expect(printedStep(value, scale)).toBe(step)
  })
})

describe('closesOn', () => {
  it.each<[string, Bounded, string, boolean]>([
    ['exact', figure('exact', '958'), '958', true],
    ['exact decimals', figure('exact', '0.3'), '0.30', true],
    ['exact, one off', figure('exact', '958'), '957', false],
    ['3万余, its own value', figure('over', '30000', 1e4), '30000', true],
    ['3万余, just below 4万', figure('over', '30000', 1e4), '39999', true],
    ['3万余, 4万', figure('over', '30000', 1e4), '40000', false],
    ['3万余, below', figure('over', '30000', 1e4), '29999', false],
    ['2.2万余, just below 2.3万', figure('over', '22000', 1e4), '22999', true],
    ['2.2万余, 2.3万', figure('over', '22000', 1e4), '23000', false],
    ['526多亿, 526.4亿', figure('over', '52600000000', 1e8), '52640000000', true],
    ['526多亿, 527亿', figure('over', '52600000000', 1e8), '52700000000', false],
    ['超1200亿, 1200.6亿', figure('over', '120000000000', 1e8), '120060000000', true],
    ['超1200亿, 1299亿', figure('over', '120000000000', 1e8), '129900000000', true],
    ['超1200亿, 1300亿', figure('over', '120000000000', 1e8), '130000000000', false],
    ['70以上', figure('atLeast', '70'), '70.9', true],
    ['70以上, 80', figure('atLeast', '70'), '80', false],
    ['近4.5万, 95 %', figure('nearly', '45000', 1e4), '42750', true],
    ['近4.5万, under 95 %', figure('nearly', '45000', 1e4), '42749', false],
    ['近4.5万, above', figure('nearly', '45000', 1e4), '45001', false],
    ['range, low end', figure('range', '15000', 1e4, '20000'), '15000', true],
    ['range, above', figure('range', '15000', 1e4, '20000'), '20001', false],
    ['上千万 is not checked', figure('magnitude', '10000000', 1e7), '1', true],
    ['a missing value is not checked', figure('exact', null), '1', true]
  ])('%s', (_name, bounded, sum, closes) => {
    expect(closesOn(bounded, sum) === null).toBe(closes)
  })

  it('says the numbers in Chinese', () => {
    expect(closesOn(figure('exact', '958'), '957')).toBe('分项之和 957 不等于 958')
    expect(closesOn(figure('over', '22000', 1e4), '23000')).toContain('下一档 23000')
  })
})
