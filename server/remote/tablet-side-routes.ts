import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '#contract/problem.ts'
import { remoteCommandsPath, RemoteMessage, RemotePair, remotePairPath, remoteSessionPath } from '#contract/remote.ts'
import { bearerOf } from '#server/http/bearer.ts'
import type { AddressOf } from '#server/http/client-address.ts'
import { refuseOtherMethods } from '#server/http/endpoint-routes.ts'
import { checkJson, parseBody } from '#server/http/json-body.ts'
import { createTries } from '#server/http/tries.ts'
import { retryText } from '#server/live/event-text.ts'
import { openStream } from '#server/live/open-stream.ts'
import type { RemoteDesk } from './remote-desk.ts'

const COMMAND_BYTES = 1024
const RETRY_MS = 3000
/** Wrong codes a minute, of all addresses together: of a million codes one is right. */
const ALL_WRONG = 60

/** Guessing codes is made slow for each address and for all of them. @throws Problem 429 or 404 */
function pairer(desk: RemoteDesk, addressOf: AddressOf) {
  const wrong = { title: '配对码错误次数太多', now: () => new Date(desk.now()) }
  const tries = [createTries({ ...wrong, addressOf: () => 'all', allowed: ALL_WRONG }), createTries({ ...wrong, addressOf })]
  return (code: string, request: FastifyRequest, reply: FastifyReply) => {
    for (const { check } of tries) check(request, reply)
    const paired = desk.pair(code)
    if (paired !== undefined) return paired
    for (const { note } of tries) note(request)
    throw new Problem(404, '配对码不对或已过期', '请看大屏上现在的六位数字')
  }
}

/** A tablet pairs, listens to how its wall is, and has it do things. */
export function tabletSideRoutes(app: FastifyInstance, desk: RemoteDesk, addressOf: AddressOf): void {
  const pair = pairer(desk, addressOf)
  app.post(remotePairPath, { bodyLimit: 256, onRequest: checkJson }, async (request, reply) => {
    const { code } = parseBody(RemotePair, request.body, '配对码有误')
    return reply.header('cache-control', 'no-store').send(pair(code, request, reply))
  })
  app.post(remoteCommandsPath, { bodyLimit: COMMAND_BYTES, onRequest: checkJson }, async (request, reply) => {
    const message = parseBody(RemoteMessage, request.body, '指令有误')
    desk.command(bearerOf(request), message)
    return reply
      .code(202)
      .header('cache-control', 'no-store')
      .send({ seq: message.seq, now: desk.iso(desk.now()) })
  })
  sessionRoutes(app, desk)
  refuseOtherMethods(app, remotePairPath, ['POST'])
  refuseOtherMethods(app, remoteCommandsPath, ['POST'])
}

function sessionRoutes(app: FastifyInstance, desk: RemoteDesk): void {
  app.get(remoteSessionPath, { exposeHeadRoute: false }, async (request, reply) => {
    const session = desk.sessionOf(bearerOf(request))
    desk.checkRoom(session)
    openStream(reply)
    reply.raw.write(retryText(RETRY_MS))
    desk.tabletCame(session, reply.raw)
  })
  app.post(remoteSessionPath, { bodyLimit: 256, onRequest: checkJson }, async (request, reply) => {
    const { expiresAt } = desk.renew(bearerOf(request))
    return reply.header('cache-control', 'no-store').send({ expiresAt: desk.iso(expiresAt), now: desk.iso(desk.now()) })
  })
  app.delete(remoteSessionPath, async (request, reply) => {
    desk.leave(bearerOf(request))
    return reply.code(204).header('cache-control', 'no-store').send()
  })
  refuseOtherMethods(app, remoteSessionPath, ['GET', 'POST', 'DELETE'])
}
