import type { FastifyRequest } from 'fastify'
import { Problem } from '#contract/problem.ts'
import { bears } from './bearer.ts'

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/
const PROXIED = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via', 'origin', 'sec-fetch-site'] as const

/** From this machine: the loopback interface, or the address the server itself listens on. */
const isLocal = ({ socket }: FastifyRequest): boolean =>
  socket.remoteAddress !== undefined && (LOOPBACK.test(socket.remoteAddress) || socket.remoteAddress === socket.localAddress)

/**
 * A request may publish when it comes from this machine straight (no proxy, which would make everyone local, and no
 * browser page) and knows the token in DATA_DIR. @throws Problem 403 or 401
 */
export function checkAdmin(request: FastifyRequest, token: string): void {
  if (!isLocal(request) || PROXIED.some((header) => request.headers[header] !== undefined)) throw new Problem(403, '只能从本机发布')
  if (!bears(request, token)) throw new Problem(401, '发布口令不对')
}
