import type { CDPSession } from 'playwright-core'
import * as z from 'zod/mini'

const traceEvent = z.object({
  name: z.string(),
  /** X: complete, with a duration. I: an instant. */
  ph: z.string(),
  cat: z.optional(z.string()),
  pid: z.number(),
  tid: z.number(),
  ts: z.number(),
  dur: z.optional(z.number()),
  tdur: z.optional(z.number()),
  args: z.optional(z.unknown())
})

/** An event of the browser's trace; its times are microseconds. */
export type TraceEvent = z.infer<typeof traceEvent>

/** What threads run task by task, what runs in the tasks, and the marks of the page. */
const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing']

/**
 * Traces the browser. Tasks that the Long Tasks API attributes to nobody are in it too, and durations are exact. Returns what
 * ends it and gives the events.
 */
export async function startTrace(cdp: CDPSession): Promise<() => Promise<TraceEvent[]>> {
  const events: TraceEvent[] = []
  cdp.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value) events.push(traceEvent.parse(event))
  })
  await cdp.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: CATEGORIES } })
  return async () => {
    const complete = new Promise((resolve) => {
      cdp.once('Tracing.tracingComplete', resolve)
    })
    await cdp.send('Tracing.end')
    await complete
    return events
  }
}
