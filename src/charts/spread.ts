/**
 * Places for labels that want to stand at `wanted` (ascending or not), at least `gap` apart and between `low` and `high`,
 * each as near to its wish as its neighbours let it. Order is kept. With no room for all they are spread evenly.
 */
export function spread(wanted: readonly number[], gap: number, low: number, high: number): number[] {
  const order = wanted.map((_, index) => index).toSorted((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0))
  const room = wanted.length < 2 ? gap : Math.min(gap, (high - low) / (wanted.length - 1))
  const placed: number[] = []
  for (const index of order) placed.push(Math.max(wanted[index] ?? 0, placed.length === 0 ? low : (placed.at(-1) ?? low) + room))
  let ceiling = high
  for (let at = placed.length - 1; at >= 0; at -= 1) {
    const place = Math.min(placed[at] ?? high, ceiling)
    placed[at] = place
    ceiling = place - room
  }
  const places = Array.from(wanted, () => 0)
  order.forEach((index, at) => {
    places[index] = placed[at] ?? 0
  })
  return places
}
