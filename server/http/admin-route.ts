import type { FastifyInstance } from 'fastify'
import type { AnswerBook } from '#server/answers/answer-book.ts'
import type { Publisher } from '#server/release/publisher.ts'
import { parsePublishRequest } from '#server/release/publish-request.ts'
import { checkAdmin } from './admin-access.ts'
import { refuseOtherMethods } from './endpoint-routes.ts'

export const adminPath = '/admin/releases'

const BODY_BYTES = 96 * 1024 * 1024

export interface AdminOptions {
  readonly token: string
  readonly publisher: Publisher
}

/** Publishes while the server runs. It answers once the new release is served, so what is fetched next is the new one. */
export function adminRoute(app: FastifyInstance, book: AnswerBook, { token, publisher }: AdminOptions): void {
  app.post(adminPath, { bodyLimit: BODY_BYTES, onRequest: async (request) => checkAdmin(request, token) }, async (request, reply) => {
    const published = await publisher.publish(parsePublishRequest(request.body))
    /* Published is published: what fails from here on is logged and tried again by those who follow the releases. */
    await book.turn().catch(() => undefined)
    return reply.code(201).header('cache-control', 'no-store').send(published)
  })
  refuseOtherMethods(app, adminPath, ['POST'])
}
