import type { FastifyInstance } from 'fastify'
import { openApiDocument, openApiPath } from '#contract/openapi.ts'
import { buildAnswer } from '#server/answers/answer.ts'
import { refuseOtherMethods } from './endpoint-routes.ts'
import { sendAnswer } from './send-answer.ts'

export async function openApiRoute(app: FastifyInstance): Promise<void> {
  const answer = await buildAnswer(openApiDocument(), 'best', 'openapi')
  app.get(openApiPath, async (request, reply) => sendAnswer(request, reply, answer))
  refuseOtherMethods(app, openApiPath, ['GET', 'HEAD'])
}
