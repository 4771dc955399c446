import type { CodeList } from '#contract/pack.ts'

/** What a code is called; the code itself where no list names it. */
export const codeName = (lists: readonly CodeList[], dimension: string, code: string): string =>
  lists.find((list) => list.dimension === dimension)?.codes.find((entry) => entry.code === code)?.name ?? code
