/** Whole numbers in proportion to the weights that add up to `total`; what rounding leaves goes to the largest remainders. */
export function share(total: number, weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const exact = weights.map((weight) => (total * weight) / all)
  const whole = exact.map(Math.floor)
  const left = total - whole.reduce((sum, part) => sum + part, 0)
  const order = exact.map((value, i) => ({ i, rest: value - Math.floor(value) })).toSorted((a, b) => b.rest - a.rest || a.i - b.i)
  const more = new Set(order.slice(0, left).map(({ i }) => i))
  return whole.map((part, i) => part + (more.has(i) ? 1 : 0))
}
