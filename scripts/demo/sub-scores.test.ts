import { describe, expect, it } from 'vitest'
import { mulberry32 } from '#scripts/demo/random.ts'
import { subScores } from '#scripts/demo/sub-scores.ts'

const inputs = [30, 25, 20, 15, 10].map((weight, i) => ({ weight, lean: i * 10 - 20 }))

describe('subScores', () => {
  it.each([801, 850, 899, 924])('has a weighted mean of exactly %d tenths', (composite) => {
    const random = mulberry32(composite)
    for (let round = 0; round < 100; round += 1) {
      const scores = subScores({ inputs, composite, reach: 12, random })
      expect(scores.reduce((sum, score, i) => sum + score * (inputs[i]?.weight ?? 0), 0)).toBe(composite * 100)
      expect(scores.every((score) => Number.isInteger(score) && score <= 1000)).toBe(true)
    }
  })

  it('refuses what no scores can make', () => {
    expect(() => subScores({ inputs, composite: 1001, reach: 0, random: mulberry32(1) })).toThrow(RangeError)
  })
})
