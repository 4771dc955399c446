import fc from 'fast-check'
import { expect, it } from 'vitest'
import { share } from '#scripts/demo/share.ts'

it('adds up and stays within one of the exact part', () => {
  const weights = fc.array(fc.double({ min: 0.01, max: 9, noNaN: true }), { minLength: 1, maxLength: 31 })
  fc.assert(
    fc.property(fc.nat({ max: 9999 }), weights, (total, parts) => {
      const all = parts.reduce((sum, weight) => sum + weight, 0)
      const shared = share(total, parts)
      expect(shared.reduce((sum, part) => sum + part, 0)).toBe(total)
      expect(shared.every((part, i) => Number.isInteger(part) && Math.abs(part - (total * (parts[i] ?? 0)) / all) < 1 + 1e-6)).toBe(true)
    })
  )
})
