import type { FastifyInstance } from 'fastify'
import { eventsPath } from '#contract/endpoints.ts'
import { Problem } from '#contract/problem.ts'
import type { AnswerBook } from '#server/answers/answer-book.ts'
import { refuseOtherMethods } from '#server/http/endpoint-routes.ts'
import { eventText, retryText } from './event-text.ts'
import { createHub } from './hub.ts'
import { openStream } from './open-stream.ts'

export interface LiveOptions {
  readonly heartbeatSeconds: number
  readonly clients: number
  /** The build of the pages, so that an open one learns of a new one. */
  readonly build?: () => string | undefined
}

const RETRY_MS = 3000

/** `event: release` at once and at each release; a heartbeat tells a silent line from a dead one. */
export function eventsRoute(app: FastifyInstance, book: AnswerBook, { heartbeatSeconds, clients, build = () => undefined }: LiveOptions): void {
  const heartbeat = (): string => eventText('heartbeat', { now: new Date().toISOString(), build: build() })
  const hub = createHub(clients)
  const unsubscribe = book.subscribe((release) => hub.send(eventText('release', { release })))
  const timer = setInterval(() => hub.send(heartbeat()), heartbeatSeconds * 1000)
  app.addHook('preClose', async () => {
    clearInterval(timer)
    unsubscribe()
    hub.close()
  })
  app.get(eventsPath, { exposeHeadRoute: false }, async (_request, reply) => {
    const release = book.release()
    if (release === undefined || hub.isFull()) {
      reply.header('retry-after', '30')
      throw new Problem(503, '实时通道暂不可用', release === undefined ? '正在准备当前版本' : '连接数已满')
    }
    openStream(reply)
    reply.raw.write(retryText(RETRY_MS) + eventText('release', { release }) + heartbeat())
    hub.add(reply.raw)
  })
  refuseOtherMethods(app, eventsPath, ['GET'])
}
