import { markOf, WINDOW } from './marks.ts'
import type { Interval, Recording, Task } from './recording.ts'
import type { TraceEvent } from './trace.ts'
import { whatRan } from './what-ran.ts'

/** Milliseconds: shorter tasks are of no interest. */
const LEAST = 5

const TASK = 'RunTask'
/** The main thread hands what it has painted to the compositor. */
const FRAME = 'Commit'
const CALLBACK = 'FireAnimationFrame'

interface Edge {
  readonly label: string
  readonly edge: 'from' | 'to'
  readonly ts: number
}

/** The marks in pairs; microseconds of the trace. */
function intervalsOf(events: readonly TraceEvent[]): Interval[] {
  const edges = events.flatMap(({ name, ts }): Edge[] => {
    const mark = markOf(name)
    return mark === undefined ? [] : [{ ...mark, ts }]
  })
  return edges.flatMap(({ label, edge, ts }) => {
    const to = edges.find((other) => other.label === label && other.edge === 'to' && other.ts >= ts)
    return edge === 'from' && to !== undefined ? [{ label, from: ts, to: to.ts }] : []
  })
}

function taskOf(task: TraceEvent, events: readonly TraceEvent[], begin: number): Task {
  const { ts, dur = 0, tdur = 0 } = task
  const inside = events.filter((event) => event.ph === 'X' && event.ts >= ts && event.ts + (event.dur ?? 0) <= ts + dur)
  return { start: (ts - begin) / 1_000, duration: dur / 1_000, cpu: tdur / 1_000, what: whatRan(inside) }
}

/** What the thread that set the marks did between those of the window; throws where a trace has none. */
export function recordingOf(trace: readonly TraceEvent[]): Recording {
  const own = trace.find(({ name }) => markOf(name)?.label === WINDOW)
  const thread = trace.filter(({ pid, tid }) => pid === own?.pid && tid === own.tid).toSorted((a, b) => a.ts - b.ts)
  const marked = intervalsOf(thread)
  const whole = marked.find(({ label }) => label === WINDOW)
  if (whole === undefined) throw new Error('the trace has no window')
  const events = thread.filter(({ ts, dur = 0 }) => ts + dur >= whole.from && ts <= whole.to)
  const since = (micro: number): number => (micro - whole.from) / 1_000
  const times = (wanted: string): number[] => events.filter(({ name, ph }) => name === wanted && ph === 'X').map(({ ts }) => since(ts))
  const long = events.filter(({ name, dur = 0 }) => name === TASK && dur >= LEAST * 1_000)
  return {
    length: since(whole.to),
    tasks: long.map((task) => taskOf(task, events, whole.from)),
    intervals: marked.filter(({ label }) => label !== WINDOW).map(({ label, from, to }) => ({ label, from: since(from), to: since(to) })),
    frames: times(FRAME),
    callbacks: times(CALLBACK)
  }
}
