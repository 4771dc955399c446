import type { TraceEvent } from './trace.ts'

interface Call {
  readonly functionName?: string
  readonly url?: string
  readonly lineNumber?: number
  readonly columnNumber?: number
  readonly type?: string
}

const callOf = ({ args }: TraceEvent): Call => (args as { readonly data?: Call } | undefined)?.data ?? {}

/** Such as `FunctionCall paint index.js:1:2044` or `EventDispatch click`. */
function labelOf(event: TraceEvent): string {
  const { functionName = '', url = '', lineNumber, columnNumber, type } = callOf(event)
  if (event.name === 'EventDispatch') return `${event.name} ${type ?? ''}`
  if (event.name !== 'FunctionCall') return event.name
  const file = url.split('/').at(-1) ?? ''
  return ['FunctionCall', functionName, file === '' ? '' : `${file}:${lineNumber}:${columnNumber}`].filter((word) => word !== '').join(' ')
}

const endOf = ({ ts, dur = 0 }: TraceEvent): number => ts + dur

/** Milliseconds that each event of a task took without what ran inside it. */
function ownTimes(events: readonly TraceEvent[]): Map<string, number> {
  const own = new Map<string, number>()
  const add = (event: TraceEvent, micro: number): void => void own.set(labelOf(event), (own.get(labelOf(event)) ?? 0) + micro / 1_000)
  const open: TraceEvent[] = []
  for (const event of events.toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))) {
    while (endOf(open.at(-1) ?? event) <= event.ts && open.length > 0) open.pop()
    const outer = open.at(-1)
    if (outer !== undefined) add(outer, -(event.dur ?? 0))
    add(event, event.dur ?? 0)
    open.push(event)
  }
  return own
}

const NAMED = 4

/** What a task spent its time on, longest first, such as `Layout 31 ms, FunctionCall x.js:1:9 20 ms`; `events` are the task and all in it. */
export function whatRan(events: readonly TraceEvent[]): string {
  return [...ownTimes(events)]
    .toSorted(([, a], [, b]) => b - a)
    .filter(([, time], index) => time >= 1 && index < NAMED)
    .map(([label, time]) => `${label} ${time.toFixed(0)} ms`)
    .join(', ')
}
