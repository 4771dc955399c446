import { agrees, type Compared, type Sum } from './copy-releases.ts'

const SHOWN = 16
const HEAD = ['版本', '来源条数', '目标条数', '来源 SHA-256', '目标 SHA-256', '核对']

/** A Chinese character is as wide as two others on a terminal. */
const widthOf = (text: string): number => text.length + (text.match(/[\u2E80-\uFFEF]/g)?.length ?? 0)
const padded = (text: string, width: number): string => text + ' '.repeat(width - widthOf(text))

const counted = (sum: Sum | undefined): string => (sum === undefined ? '—' : String(sum.observations))
const shortHash = (sum: Sum | undefined): string => sum?.sha256.slice(0, SHOWN) ?? '—'

const rowOf = (compared: Compared): string[] => [
  String(compared.release),
  counted(compared.source),
  counted(compared.target),
  shortHash(compared.source),
  shortHash(compared.target),
  agrees(compared) ? '一致' : '不一致'
]

/** What was compared, one release a line. */
export function comparisonTable(rows: readonly Compared[]): string {
  const lines = [HEAD, ...rows.map(rowOf)]
  const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => widthOf(line[column] ?? ''))))
  return lines
    .map((line) =>
      line
        .map((text, column) => padded(text, widths[column] ?? 0))
        .join('  ')
        .trimEnd()
    )
    .join('\n')
}
