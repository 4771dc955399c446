import type { Random } from './random.ts'

const SPREAD = 0.3
const ROUNDS = 60
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

/** Scales rows and columns in turn until both sums fit (iterative proportional fitting). */
function fit(cells: number[][], rows: readonly number[], columns: readonly number[]): number[][] {
  let fitted = cells
  for (let round = 0; round < ROUNDS; round += 1) {
    fitted = fitted.map((row, i) => row.map((cell) => (cell * (rows[i] ?? 0)) / (total(row) || 1)))
    const sums = columns.map((_, j) => total(fitted.map((row) => row[j] ?? 0)))
    fitted = fitted.map((row) => row.map((cell, j) => (cell * (columns[j] ?? 0)) / (sums[j] || 1)))
  }
  return fitted
}

interface Cell {
  readonly i: number
  readonly j: number
  readonly rest: number
}

const byRest = (cells: readonly (readonly number[])[]): Cell[] =>
  cells.flatMap((row, i) => row.map((cell, j) => ({ i, j, rest: cell - Math.floor(cell) }))).toSorted((a, b) => b.rest - a.rest || a.i - b.i || a.j - b.j)

/** Rounds down, then hands out what is missing, to the largest remainders first and then to any cell with room. */
function round(cells: readonly (readonly number[])[], rows: readonly number[], columns: readonly number[]): number[][] {
  const whole = cells.map((row) => row.map(Math.floor))
  const rowGap = rows.map((sum, i) => sum - total(whole[i] ?? []))
  const columnGap = columns.map((sum, j) => sum - total(whole.map((row) => row[j] ?? 0)))
  const give = ({ i, j }: Cell, most: number): void => {
    const amount = Math.max(0, Math.min(most, rowGap[i] ?? 0, columnGap[j] ?? 0))
    const row = whole[i] ?? []
    row[j] = (row[j] ?? 0) + amount
    rowGap[i] = (rowGap[i] ?? 0) - amount
    columnGap[j] = (columnGap[j] ?? 0) - amount
  }
  const order = byRest(cells)
  for (const most of [1, Number.MAX_SAFE_INTEGER]) for (const cell of order) give(cell, most)
  return whole
}

/**
 * Whole numbers in a table whose rows and columns add up exactly to the sums given.
 * @throws RangeError when the sums of rows and columns differ.
 */
export function apportion({ rows, columns, random }: { rows: readonly number[]; columns: readonly number[]; random: Random }): number[][] {
  if (total(rows) !== total(columns)) throw new RangeError(`rows add up to ${total(rows)}, columns to ${total(columns)}`)
  const cells = rows.map((row) => columns.map((column) => row * column * (1 - SPREAD / 2 + SPREAD * random())))
  return round(fit(cells, rows, columns), rows, columns)
}
