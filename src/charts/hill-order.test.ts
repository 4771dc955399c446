import { describe, expect, it } from 'vitest'
import { hillOrder } from '#charts/hill-order.ts'

const standing = (...values: readonly (number | null)[]) => values.map((value, index) => ({ value, key: `k${index}`, model: null as number | null }))
const valuesOf = (columns: readonly { readonly value: number | null }[]) => columns.map(({ value }) => value)

describe('the order of a hill', () => {
  it('has the highest in the middle, and is the same whatever order they come in', () => {
    const columns = standing(1, 2, 3, 4, 5)
    expect(valuesOf(hillOrder(columns))).toEqual([1, 3, 5, 4, 2])
    expect(hillOrder(columns.toReversed())).toEqual(hillOrder(columns))
  })

  it('keeps those together that belong together', () => {
    const columns = standing(10, 50, 20, 49, 30).map((column, index) => ({ ...column, model: index === 1 || index === 2 ? 0 : null }))
    const models = hillOrder(columns).map(({ model }) => model)
    expect(models.indexOf(0) + 1).toBe(models.lastIndexOf(0))
  })

  it('loses none without a value', () => {
    expect(valuesOf(hillOrder(standing(null, 3, null, 7)))).toHaveLength(4)
    expect(hillOrder(standing(null, null)).map(({ key }) => key)).toEqual(['k0', 'k1'])
    expect(hillOrder([])).toEqual([])
  })
})
