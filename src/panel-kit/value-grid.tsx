import { use, useMemo, type ReactNode } from 'react'
import { SourceCardContext, type CardSubject } from '#ui/source-card-context.ts'
import { useRoving } from '#ui/use-roving.ts'

/** A value of a chart whose values stand in rows: its place in the grid, in the chart's pixels, and what it says. */
export interface GridCell {
  readonly row: number
  readonly column: number
  readonly label: string
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly subject: CardSubject
}

interface ValueGridProps {
  readonly cells: readonly GridCell[]
  /** Of a full row. */
  readonly columns: number
  readonly label: string
}

/** Transparent buttons over the values, each opens its source card. All are one tab stop; the arrows go along a row and from row to row. */
export function ValueGrid({ cells, columns, label }: ValueGridProps): ReactNode {
  const cards = use(SourceCardContext)
  const indexOf = ({ row, column }: GridCell): number => row * columns + column
  const present = useMemo(() => new Set(cells.map(({ row, column }) => row * columns + column)), [cells, columns])
  const roving = useRoving({ count: Math.max(0, ...present) + 1, columns, has: (index) => present.has(index) })
  return (
    <div {...roving.group} role="group" aria-label={label}>
      {cells.map((cell) => {
        const item = roving.item(indexOf(cell))
        const trigger = cards.triggerFor(cell.subject)
        return (
          <button
            key={indexOf(cell)}
            type="button"
            className="hotspot"
            aria-label={cell.label}
            style={{ left: cell.left, top: cell.top, width: cell.width, height: cell.height }}
            {...item}
            onClick={trigger.onClick}
            onFocus={(event) => {
              item.onFocus()
              trigger.onFocus(event)
            }}
          />
        )
      })}
    </div>
  )
}
