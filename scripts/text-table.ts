/** Characters that take two columns in a terminal: Chinese and its punctuation, full-width forms. */
const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/g

export const columnsOf = (text: string): number => text.length + (text.match(WIDE)?.length ?? 0)

const pad = (text: string, columns: number): string => text + ' '.repeat(Math.max(0, columns - columnsOf(text)))

/** A table for a terminal; the last column is as long as it is. */
export function textTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_title, column) => Math.max(...[head, ...rows].map((row) => columnsOf(row[column] ?? ''))))
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => (column === row.length - 1 ? cell : pad(cell, widths[column] ?? 0)))
      .join('  ')
      .trimEnd()
  const rule = widths
    .slice(0, -1)
    .map((width) => '-'.repeat(width))
    .join('  ')
  return [line(head), `${rule}  ----`, ...rows.map(line)].join('\n')
}
