import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apportion } from '#scripts/demo/apportion.ts'
import { mulberry32 } from '#scripts/demo/random.ts'

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

describe('apportion', () => {
  it('adds up in rows and columns, in whole numbers from 0 on, for any table', () => {
    const counts = fc.array(fc.nat({ max: 500 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(counts, counts, fc.integer(), (rows, most, seed) => {
        const columns = most.map(() => 0)
        let left = total(rows)
        for (const [j, part] of most.entries()) {
          columns[j] = j === most.length - 1 ? left : Math.min(part, left)
          left -= columns[j] ?? 0
        }
        const table = apportion({ rows, columns, random: mulberry32(seed) })
        expect(table.map(total)).toEqual(rows)
        expect(columns.map((_, j) => total(table.map((row) => row[j] ?? 0)))).toEqual(columns)
        expect(table.flat().every((cell) => Number.isInteger(cell) && cell >= 0)).toBe(true)
      })
    )
  })

  it('refuses sums that differ', () => {
    expect(() => apportion({ rows: [1], columns: [2], random: mulberry32(1) })).toThrow(/rows add up to 1, columns to 2/)
  })
})
