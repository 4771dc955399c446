import { describe, expect, it } from 'vitest'
import { model, options, summary, table, type CoverageSquaresModel } from '#charts/coverage-squares.ts'
import type { ObservationInput } from '#contract/observation.ts'
import { dataOf, must } from '#tests/support/panel-data.ts'
import { madeUpPack, told } from '#tests/support/made-up-pack.ts'

const ROOT = { refArea: '100000', scope: '全市' }

function coverageOf(more: Partial<ObservationInput>): CoverageSquaresModel | null {
  const pack = madeUpPack(1, [told(1, { ...ROOT, origin: 'published', ...more })])
  const [scene] = pack.document.scenes
  const own = {
    ...must(scene),
    panels: [{ id: 'squares', kind: 'coverage-squares', title: '', needs: [{ indicator: 'served', area: 'root' as const, freq: '_Z' as const }], area: {} }]
  }
  const document = { ...pack.document, scenes: [own], indicators: pack.document.indicators.map((one) => ({ ...one, unitMeasure: '%', decimals: 1 })) }
  return model(dataOf({ ...pack, document }, 'squares', options, { options: { indicator: 'served', of: '村(社)' } }))
}

const drawn = (more: Partial<ObservationInput>): CoverageSquaresModel => must(coverageOf(more))
const atLeast = { bound: 'atLeast', qualifier: { word: '以上', place: 'afterUnit' } } as const

/** `70 sure, 30 open, 0 none`: squares by what is known of them; a square in part counts for its parts. */
function told100({ squares }: CoverageSquaresModel): { sure: number; open: number; none: number } {
  const sure = squares.reduce((sum, square) => sum + square.sure, 0)
  const open = squares.reduce((sum, square) => sum + square.open, 0)
  return { sure: Math.round(sure * 100) / 100, open: Math.round(open * 100) / 100, none: Math.round((squares.length - sure - open) * 100) / 100 }
}

describe('coverage squares', () => {
  it.each<[string, Partial<ObservationInput>, ReturnType<typeof told100>]>([
    ['70%以上', { obsValue: '70', ...atLeast }, { sure: 70, open: 30, none: 0 }],
    ['超65%', { obsValue: '65', bound: 'over', qualifier: { word: '超', place: 'beforeNumber' } }, { sure: 65, open: 35, none: 0 }],
    ['70%', { obsValue: '70' }, { sure: 70, open: 0, none: 30 }],
    ['99.3%', { obsValue: '99.3' }, { sure: 99.3, open: 0, none: 0.7 }],
    ['60至75%', { obsValue: '60', obsValueHigh: '75', bound: 'range' }, { sure: 60, open: 15, none: 25 }],
    ['近80%', { obsValue: '80', bound: 'nearly', qualifier: { word: '近', place: 'beforeNumber' } }, { sure: 76, open: 4, none: 20 }],
    ['0%', { obsValue: '0' }, { sure: 0, open: 0, none: 100 }],
    ['100%', { obsValue: '100' }, { sure: 100, open: 0, none: 0 }]
  ])('%s', (_, more, expected) => {
    const coverage = drawn(more)
    expect(coverage.squares).toHaveLength(100)
    expect(told100(coverage)).toEqual(expected)
  })

  it.each<[string, Partial<ObservationInput>]>([
    ['a magnitude', { obsValue: '10', bound: 'magnitude' }],
    ['a value over a hundred', { obsValue: '98765432.1' }],
    ['a value below zero', { obsValue: '-1' }],
    ['a missing one', { obsValue: null }],
    ['a suppressed one', { obsValue: null, obsStatus: 'Q' }]
  ])('draw none for %s: never 0 of 100', (_, more) => {
    expect(drawn(more)).toMatchObject({ squares: [], lines: [] })
  })

  it('say what they mean, from the figure', () => {
    expect(drawn({ obsValue: '70', ...atLeast }).lines).toEqual(['每格为全市村(社)的1%', '实心70格已确定覆盖', '虚框处为“以上”，原文未列明'])
    expect(drawn({ obsValue: '82.5', origin: 'demo' }).lines).toEqual(['每格为全市村(社)的1%', '斜纹82.5格已确定覆盖'])
    expect(drawn({ obsValue: '82', origin: 'reported' }).lines[1]).toBe('实心82格已确定覆盖')
    expect(drawn({ obsValue: '82', obsStatus: 'F' }).lines[1]).toBe('实心82格预计覆盖')
    expect(drawn({ obsValue: '60', obsValueHigh: '75', bound: 'range' }).lines[2]).toBe('虚框处为区间，原文未定')
  })

  it('are the same in words', () => {
    expect(summary(drawn({ obsValue: '70', ...atLeast }))).toBe('served70%以上，每格为全市村(社)的1%，实心70格已确定覆盖，虚框处为“以上”，原文未列明')
    expect(summary(drawn({ obsValue: null }))).toBe('served未报')
    expect(table(drawn({ obsValue: '70', ...atLeast })).rows).toEqual([['served', '70%以上', '截至2022年10月', '已发布']])
  })

  it('are nothing without the figure', () => {
    expect(coverageOf({ indicator: 'work' })).toBeNull()
  })
})
