import type { FastifyInstance, FastifyRequest } from 'fastify'
import type * as z from 'zod/mini'
import { endpoints, type Endpoint } from '#contract/endpoints.ts'
import { badRequest, Problem } from '#contract/problem.ts'
import type { AnswerBook } from '#server/answers/answer-book.ts'
import type { EndpointRequest } from '#server/answers/endpoint-answer.ts'
import { issuesOf } from '#server/messages/issues.ts'
import { sendAnswer } from './send-answer.ts'

interface Schemas<Params extends object, Query extends object> {
  readonly params: z.ZodMiniType<Params>
  readonly query: z.ZodMiniType<Query>
}

/** Unknown query parameters are dropped by the schema. @throws Problem 400 naming each bad parameter. */
export function parseInput<Params extends object, Query extends object>({ params, query }: Schemas<Params, Query>, request: FastifyRequest): Params & Query {
  const [path, asked] = [params.safeParse(request.params, { reportInput: true }), query.safeParse(request.query, { reportInput: true })]
  if (path.success && asked.success) return { ...path.data, ...asked.data }
  const issues = [path, asked].flatMap(({ error }) => (error === undefined ? [] : issuesOf(error)))
  throw badRequest(issues.map((issue) => `${issue.path.join('.')} ${issue.rule}`).join('；'))
}

const inputOf = ({ params, query }: Endpoint, request: FastifyRequest): EndpointRequest['input'] =>
  parseInput<object, object>({ params, query }, request) as EndpointRequest['input']

/** Other methods on a known path are told what it takes, before any body is read. */
export function refuseOtherMethods(app: FastifyInstance, url: string, allowed: readonly string[]): void {
  const others = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].filter((method) => !allowed.includes(method))
  app.route({
    method: others,
    url,
    onRequest: async (_request, reply) => {
      reply.header('allow', allowed.join(', '))
      throw new Problem(405, '不支持这种请求方法', `请用 ${allowed.join('、')}`)
    },
    handler: () => undefined
  })
}

/** Binds the endpoint table; there is no handler written by hand. */
export function endpointRoutes(app: FastifyInstance, book: AnswerBook): void {
  for (const endpoint of endpoints) {
    app.get(endpoint.path, async (request, reply) => sendAnswer(request, reply, await book.answer({ endpoint, input: inputOf(endpoint, request) })))
    refuseOtherMethods(app, endpoint.path, ['GET', 'HEAD'])
  }
}
