import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { notFound, Problem } from '#contract/problem.ts'
import { wallReloadPath, WallReport, wallsPath, type WallReply, type WallsAnswer } from '#contract/walls.ts'
import { bears } from '#server/http/bearer.ts'
import type { AddressOf } from '#server/http/client-address.ts'
import { refuseOtherMethods } from '#server/http/endpoint-routes.ts'
import { checkJson, parseBody } from '#server/http/json-body.ts'
import { createTries } from '#server/http/tries.ts'
import type { WallRegistry } from './wall-registry.ts'

export interface WallsOptions {
  readonly registry: WallRegistry
  /** Absent: nobody can ask a wall to load anew. */
  readonly operatorToken: string | undefined
  readonly now?: () => Date
}

interface WallsSetting extends WallsOptions {
  /** The build that pages are served of now. */
  readonly build: () => string | undefined
  readonly addressOf: AddressOf
}

/** A report is at most some 3 KB. */
const REPORT_BYTES = 8 * 1024

/** Lets the operator through. @throws Problem 403, 429 or 401 */
function operatorGate(token: string | undefined, now: () => Date, addressOf: AddressOf): (request: FastifyRequest, reply: FastifyReply) => Promise<void> {
  const wrong = createTries({ title: '操作口令错误次数太多', now, addressOf })
  return async (request, reply) => {
    if (token === undefined) throw new Problem(403, '没有设置操作口令', '请在服务器上设环境变量 OPERATOR_TOKEN（至少 12 个字符）后重新启动')
    wrong.check(request, reply)
    if (bears(request, token)) return
    wrong.note(request)
    throw new Problem(401, '操作口令不对')
  }
}

/** Walls report, whoever can see the screen sees their list, and the operator asks one to load anew. */
export function wallsRoutes(app: FastifyInstance, { build, addressOf, registry, operatorToken, now = () => new Date() }: WallsSetting): void {
  const told = (): { now: string; build?: string } => {
    const id = build()
    return { now: now().toISOString(), ...(id === undefined ? {} : { build: id }) }
  }
  app.post(wallsPath, { bodyLimit: REPORT_BYTES, onRequest: checkJson }, async (request, reply) => {
    const reload = registry.report(parseBody(WallReport, request.body, '大屏报告有误'))
    const answer: WallReply = { ...told(), ...(reload === undefined ? {} : { reload }) }
    return reply.header('cache-control', 'no-store').send(answer)
  })
  app.get(wallsPath, async (_request, reply) => {
    const answer: WallsAnswer = { ...told(), operator: operatorToken !== undefined, walls: registry.lines() }
    return reply.header('cache-control', 'no-store').send(answer)
  })
  app.post<{ Params: { id: string } }>(
    wallReloadPath,
    { bodyLimit: 1024, onRequest: operatorGate(operatorToken, now, addressOf) },
    async ({ params }, reply) => {
      const reloadAskedAt = registry.askReload(params.id)
      if (reloadAskedAt === undefined) throw notFound('大屏', params.id)
      return reply.code(202).header('cache-control', 'no-store').send({ reloadAskedAt })
    }
  )
  refuseOtherMethods(app, wallsPath, ['GET', 'HEAD', 'POST'])
  refuseOtherMethods(app, wallReloadPath, ['POST'])
}
