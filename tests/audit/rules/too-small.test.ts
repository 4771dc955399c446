import { expect, it } from 'vitest'
import { madeText } from '#tests/audit/made-text.ts'
import { tooSmall } from './too-small.ts'

it('finds fonts under the smallest, rounding aside', () => {
  expect(tooSmall([madeText({ fontPx: 18 }), madeText({ fontPx: 17.96 })], 18)).toEqual([])
  const [found, ...others] = tooSmall([madeText({ fontPx: 16.2 })], 18)
  expect(others).toEqual([])
  expect(found).toMatchObject({ rule: 'small', panel: 'map', texts: ['江山市'], why: 'font of 16.20 px, smallest is 18.00 px' })
  expect(found?.px).toBeCloseTo(1.8)
})
