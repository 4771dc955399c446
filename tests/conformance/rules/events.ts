import { eventsPath, HeartbeatEvent, ReleaseEvent } from '#contract/endpoints.ts'
import { packOf, type Context } from '#tests/conformance/context.ts'
import { openStream, type Stream } from '#tests/conformance/event-reader.ts'
import { mediaTypeOf } from '#tests/conformance/reply.ts'
import type { Finding, Rule } from '#tests/conformance/rule.ts'
import { unless } from '#tests/conformance/findings.ts'

const WAIT = 5000

async function opened<T>(context: Context, use: (stream: Stream) => Promise<T>): Promise<T> {
  const stream = await openStream(context.api.fetch, eventsPath, WAIT)
  try {
    return await use(stream)
  } finally {
    stream.close()
  }
}

/** EventSource gives up for good on anything but 200 and this type. */
const type = (context: Context): Promise<Finding[]> =>
  opened(context, async ({ response }) => [
    ...unless(response.status === 200, eventsPath, '状态码须为 200', response.status),
    ...unless(mediaTypeOf(response) === 'text/event-stream', `${eventsPath} → Content-Type`, '须为 text/event-stream', response.headers.get('content-type'))
  ])

/** Who connects again after a gap learns at once what it missed. */
const first = (context: Context): Promise<Finding[]> =>
  opened(context, async (stream) => {
    const { release } = await packOf(context)
    const event = await stream.next('release')
    if (event === undefined) return [{ path: eventsPath, rule: `连上后 ${WAIT / 1000} 秒内须有 event: release` }]
    const { success, data } = ReleaseEvent.safeParse(event)
    if (!success) return [{ path: `${eventsPath} → release`, rule: '须为 {"release":N}', value: event }]
    return unless(data.release === release, `${eventsPath} → release`, `第一个事件须是当前第 ${release} 版`, data.release)
  })

const heartbeat = (context: Context): Promise<Finding[]> =>
  opened(context, async (stream) => {
    const event = await stream.next('heartbeat', 1000)
    return event === undefined || HeartbeatEvent.safeParse(event).success ? [] : [{ path: `${eventsPath} → heartbeat`, rule: '须为 {"now":"…"}', value: event }]
  })

export const eventRules: readonly Rule[] = [
  { id: 'events.type', title: '事件流的类型', needs: 'events', check: type },
  { id: 'events.first', title: '连上就告知当前版', needs: 'events', check: first },
  { id: 'events.heartbeat', title: '心跳带着服务器时间', needs: 'events', check: heartbeat }
]
