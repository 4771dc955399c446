import type { FastifyInstance } from 'fastify'
import { Problem } from '#contract/problem.ts'
import type { AnswerBook } from '#server/answers/answer-book.ts'
import { sendProblem } from './problems.ts'

/** `/healthz`: the process answers. `/readyz`: the current release is served from memory. */
export function healthRoutes(app: FastifyInstance, book: AnswerBook): void {
  app.get('/healthz', async (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }))
  app.get('/readyz', async (_request, reply) => {
    const release = book.release()
    if (release === undefined) return sendProblem(reply.header('retry-after', '1'), new Problem(503, '尚未就绪', '正在准备当前版本'))
    return reply.header('cache-control', 'no-store').send({ release })
  })
}
