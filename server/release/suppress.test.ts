import { expect, it } from 'vitest'
import { tinyFigure, tinyPack } from '#server/testing/tiny-pack.ts'
import { suppress } from './suppress.ts'

const county = (obsValue: string | null, indicator = 'services') => ({
  ...tinyFigure({ indicator, refArea: '330802', scope: '全区', obsValue, qualifier: { word: '余', place: 'afterNumber' } }),
  release: 1
})

function withThreshold(threshold: number) {
  const { document } = tinyPack()
  document.info.threshold = threshold
  return document
}

it('hides a count below the threshold, with its qualifier', () => {
  const [observation] = suppress(withThreshold(5), [county('4')])
  expect(observation).toMatchObject({ obsValue: null, obsStatus: 'Q' })
  expect(observation).not.toHaveProperty('qualifier')
})

it.each([
  ['a count at the threshold', county('5')],
  ['a share', county('4', 'rate')],
  ['a missing value', county(null)],
  ['the root area, whose figures are public', { ...county('4'), refArea: '330800' }]
])('leaves %s alone', (_name, observation) => {
  expect(suppress(withThreshold(5), [observation])).toEqual([observation])
})

it('leaves a score alone: a small one would tell its level', () => {
  const document = withThreshold(5)
  const scored = document.indicators.map((indicator) => (indicator.id === 'services' ? { ...indicator, unitMeasure: '分' } : indicator))
  expect(suppress({ ...document, indicators: scored }, [county('4')])).toEqual([county('4')])
})

it('leaves a code alone', () => {
  const document = withThreshold(5)
  const coded = document.indicators.map((indicator) => (indicator.id === 'services' ? { ...indicator, valueList: 'channel' } : indicator))
  expect(suppress({ ...document, indicators: coded }, [county('app')])).toEqual([county('app')])
})

it('is off at threshold 0', () => {
  expect(suppress(withThreshold(0), [county('0')])).toEqual([county('0')])
})
