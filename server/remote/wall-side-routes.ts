import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '#contract/problem.ts'
import { RemoteSecret, RemoteShown, wallCodePath, wallRemotePath } from '#contract/remote.ts'
import { bearerOf } from '#server/http/bearer.ts'
import type { AddressOf } from '#server/http/client-address.ts'
import { refuseOtherMethods } from '#server/http/endpoint-routes.ts'
import { checkJson, parseBody } from '#server/http/json-body.ts'
import { createTries } from '#server/http/tries.ts'
import { retryText } from '#server/live/event-text.ts'
import { openStream } from '#server/live/open-stream.ts'
import type { RemoteDesk } from './remote-desk.ts'

interface Wall {
  Params: { id: string }
}

const SHOWN_BYTES = 16 * 1024
const RETRY_MS = 3000
/** Anybody who sees the list of walls may ask for a code; only who sees the wall can read it. */
const ASKS_A_MINUTE = 6

/** Lets the wall itself through. @throws Problem 401, 403 or, for a wall that has not reported, 404 */
const wallGate =
  (desk: RemoteDesk) =>
  async (request: FastifyRequest<Wall>): Promise<void> => {
    const { id } = request.params
    const key = bearerOf(request)
    if (!RemoteSecret.safeParse(key).success) throw new Problem(401, '大屏没有出示密钥')
    desk.wallName(id)
    if (!desk.walls.holds(id, key)) throw new Problem(403, '不是这块大屏的密钥', '大屏列表满时也会这样')
  }

/** A wall listens, and tells what it shows while it is steered. */
export function wallSideRoutes(app: FastifyInstance, desk: RemoteDesk, addressOf: AddressOf): void {
  const gate = wallGate(desk)
  app.get<Wall>(wallRemotePath, { exposeHeadRoute: false, onRequest: gate }, async ({ params: { id } }, reply) => {
    if (desk.walls.isFull(id)) throw new Problem(503, '这块大屏开得太多', '请关掉几个页面')
    openStream(reply)
    reply.raw.write(retryText(RETRY_MS))
    desk.wallCame(id, reply.raw)
  })
  app.post<Wall>(wallRemotePath, { bodyLimit: SHOWN_BYTES, onRequest: [checkJson, gate] }, async (request, reply) => {
    desk.wallShows(request.params.id, parseBody(RemoteShown, request.body, '大屏状态有误'))
    return reply.code(204).header('cache-control', 'no-store').send()
  })
  codeRoute(app, desk, addressOf)
  refuseOtherMethods(app, wallRemotePath, ['GET', 'POST'])
}

function codeRoute(app: FastifyInstance, desk: RemoteDesk, addressOf: AddressOf): void {
  const given = createTries({ title: '要配对码的次数太多', now: () => new Date(desk.now()), addressOf, allowed: ASKS_A_MINUTE })
  /** The wall itself, where somebody stands before it, is not limited. */
  const isWall = (id: string, key: string): boolean => key !== '' && desk.walls.isOnline(id) && desk.walls.holds(id, key)
  app.post<Wall>(wallCodePath, { bodyLimit: 256, onRequest: checkJson }, async (request, reply) => {
    const { id } = request.params
    const limited = !isWall(id, bearerOf(request))
    if (limited) given.check(request, reply)
    desk.wallName(id)
    const { expiresAt } = desk.askCode(id)
    // Only a code that came to stand on a wall counts: who waits for a wall that is not there has used up nothing.
    if (limited) given.note(request)
    return reply
      .code(202)
      .header('cache-control', 'no-store')
      .send({ expiresAt: desk.iso(expiresAt), now: desk.iso(desk.now()) })
  })
  refuseOtherMethods(app, wallCodePath, ['POST'])
}
