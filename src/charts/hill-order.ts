interface Standing {
  readonly value: number | null
  /** What belongs together stands together. */
  readonly model: number | null
  readonly key: string
}

const heightOf = (block: readonly Standing[]): number => Math.max(...block.map(({ value }) => value ?? -Infinity))

function blocksOf<T extends Standing>(columns: readonly T[]): T[][] {
  const blocks = new Map<string, T[]>()
  for (const column of columns) {
    const name = column.model === null ? column.key : `model ${column.model}`
    blocks.set(name, [...(blocks.get(name) ?? []), column])
  }
  return [...blocks.values()]
}

/**
 * The highest in the middle, lower ones by turns to its left and right: an order made of the values alone,
 * whatever order they came in, and none that reads as a ranking.
 */
export function hillOrder<T extends Standing>(columns: readonly T[]): T[] {
  const blocks = blocksOf(columns.toSorted((a, b) => a.key.localeCompare(b.key))).toSorted((a, b) => heightOf(a) - heightOf(b) || 0)
  const left = blocks.filter((_, index) => index % 2 === 0)
  const right = blocks.filter((_, index) => index % 2 === 1).toReversed()
  return [...left, ...right].flat()
}
