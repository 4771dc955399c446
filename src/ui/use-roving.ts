import { useRef, useState, type KeyboardEvent, type RefObject } from 'react'

/** What makes a button one of a group that is a single tab stop. */
export interface RovingItem {
  readonly tabIndex: number
  readonly 'data-rove': number
  readonly onFocus: () => void
}

export interface Roving {
  readonly group: { readonly ref: RefObject<HTMLDivElement | null>; readonly onKeyDown: (event: KeyboardEvent) => void }
  readonly item: (index: number) => RovingItem
}

interface Group {
  readonly count: number
  /** Of a grid: up and down go from row to row. In a row both pairs of arrows go from one to the next. */
  readonly columns?: number
  /** Whether there is a button at the index: a grid may have holes. */
  readonly has?: (index: number) => boolean
}

/** Where a key leads from an index; null for a key of no meaning here. Ends do not wrap round. */
export function rovingTarget(key: string, from: number, { count, columns = 1, has = () => true }: Group): number | null {
  const steps: Record<string, readonly [start: number, step: number]> = {
    ArrowRight: [from + 1, 1],
    ArrowLeft: [from - 1, -1],
    ArrowDown: [from + columns, columns],
    ArrowUp: [from - columns, -columns],
    Home: [0, 1],
    End: [count - 1, -1]
  }
  const found = steps[key]
  if (found === undefined) return null
  const [start, step] = found
  for (let index = start; index >= 0 && index < count; index += step) if (has(index)) return index
  return from
}

const modified = ({ altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean => altKey || ctrlKey || metaKey || shiftKey

/** Many buttons, one tab stop: the arrows, Home and End move between them, and Tab comes back to the last one visited. */
export function useRoving(group: Group): Roving {
  const { count, has = () => true } = group
  const ref = useRef<HTMLDivElement>(null)
  const [last, setLast] = useState(0)
  const present = last < count && has(last) ? last : (rovingTarget('Home', 0, group) ?? 0)
  const onKeyDown = (event: KeyboardEvent): void => {
    const from = event.target instanceof HTMLElement ? event.target.dataset.rove : undefined
    if (from === undefined || modified(event)) return
    const target = rovingTarget(event.key, Number(from), group)
    if (target === null) return
    event.preventDefault()
    ref.current?.querySelector<HTMLElement>(`[data-rove="${target}"]`)?.focus()
  }
  return {
    group: { ref, onKeyDown },
    item: (index) => ({ tabIndex: index === present ? 0 : -1, 'data-rove': index, onFocus: () => setLast(index) })
  }
}
