import type { ServerResponse } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { deviceHeader } from '#contract/device-header.ts'
import { Problem } from '#contract/problem.ts'
import type { AnswerBook } from '#server/answers/answer-book.ts'
import { bearerOf } from '#server/http/bearer.ts'
import { sendAnswer } from '#server/http/send-answer.ts'
import { ruleOf, type Rule } from './access-table.ts'
import { scopeOf, type Scope } from './claims.ts'
import type { KnownDevices } from './devices-file.ts'
import { embeddedPacks, readPackAnswer } from './embedded-pack.ts'
import type { Asked } from './scope-rules.ts'
import type { Tokens } from './tokens.ts'
import type { UsedTickets } from './used-tickets.ts'

export interface AccessOptions {
  readonly tokens: Tokens
  readonly devices: KnownDevices
  readonly tickets: UsedTickets
  readonly now?: () => Date
}

/** Who asks: a device of the house, which may read everything, or the session of an embed. `exp` in epoch seconds. */
type Reader = { readonly exp: number; readonly jti: string } & ({ readonly scope?: never } | { readonly scope: Scope })

const PACK = '/api/v1/pack'
const LOOK_EVERY_MS = 1000

const refused = (): Problem => new Problem(401, '未获授权', '需要有效的设备令牌或嵌入令牌；令牌可能已过期或被撤销')
const tooLittle = (): Problem => new Problem(403, '令牌权限不够', '嵌入令牌只能看指定的那一块内容，参数也须与令牌一致')

const readsOnly = ({ method }: FastifyRequest): boolean => method === 'GET' || method === 'HEAD'
const isRecord = (value: unknown): value is Asked['query'] => typeof value === 'object' && value !== null
const recordOf = (value: unknown): Asked['query'] => (isRecord(value) ? value : {})

/** An answer for one reader is kept for no other, and asked for anew each time, so that a token that has ended ends it. */
function forReader(reply: FastifyReply): void {
  const [cache, vary] = [String(reply.getHeader('cache-control') ?? ''), reply.getHeader('vary')]
  if (!cache.includes('no-store')) reply.header('cache-control', 'private, no-cache')
  reply.header('vary', [...(vary === undefined ? [] : [String(vary)]), 'Authorization', deviceHeader].join(', '))
}

/** Reads the token of a request. */
function readerOf({ tokens, devices }: AccessOptions) {
  const device = async (token: string): Promise<Reader | undefined> => {
    const claims = await tokens.readDevice(token)
    return claims !== undefined && (await devices.has(claims.jti)) ? { exp: claims.exp, jti: claims.jti } : undefined
  }
  const session = async (token: string): Promise<Reader | undefined> => {
    const claims = await tokens.readScope('session', token)
    return claims === undefined ? undefined : { exp: claims.exp, jti: claims.jti, scope: scopeOf(claims) }
  }
  return async (request: FastifyRequest, rule: Rule): Promise<Reader | undefined> => {
    const own = request.headers[deviceHeader]
    if (rule === 'steering') return device(typeof own === 'string' ? own : '')
    const token = bearerOf(request)
    return (await device(token)) ?? session(token)
  }
}

/** A stream outlives the request that opened it: it ends when its token does, or when the device is struck off. */
function endWithToken(app: FastifyInstance, { devices, now = () => new Date() }: AccessOptions) {
  const open = new Map<ServerResponse, Reader>()
  const isGood = async ({ exp, jti, scope }: Reader): Promise<boolean> => exp > now().getTime() / 1000 && (scope !== undefined || devices.has(jti))
  const look = async (): Promise<void> => {
    for (const [response, reader] of open) if (!(await isGood(reader))) response.destroy()
  }
  const timer = setInterval(() => void look(), LOOK_EVERY_MS).unref()
  app.addHook('preClose', async () => clearInterval(timer))
  return (response: ServerResponse, reader: Reader): void => {
    // Who has gone meanwhile tells it no second time.
    if (response.closed || response.destroyed) return
    open.set(response, reader)
    response.once('close', () => open.delete(response))
  }
}

/**
 * Lets nobody read without a token what is not open: one gate before all routes, so that a new one is closed until
 * somebody opens it. Tokens are read from headers alone, and told in no answer.
 */
export function guard(app: FastifyInstance, book: AnswerBook, salt: string, options: AccessOptions): void {
  const guarded = new WeakSet<FastifyRequest>()
  const [read, watch, packOf] = [readerOf(options), endWithToken(app, options), embeddedPacks(book, salt)]
  const known = { packRoot: async (release: number | undefined) => (await readPackAnswer(book, release)).info.root }

  const mayRead = async (request: FastifyRequest, rule: Rule, { scope }: Reader): Promise<boolean> => {
    if (scope === undefined) return true
    const asked = { params: recordOf(request.params), query: recordOf(request.query) }
    return typeof rule === 'function' && readsOnly(request) && (await rule(scope, asked, known))
  }

  app.addHook('onRequest', async (request, reply) => {
    const { url: pattern } = request.routeOptions
    const rule = pattern === undefined ? 'open' : ruleOf(pattern)
    if (rule === 'open') return
    guarded.add(request)
    const reader = await read(request, rule)
    if (reader === undefined) {
      reply.header('www-authenticate', 'Bearer')
      throw refused()
    }
    if (!(await mayRead(request, rule, reader))) throw tooLittle()
    watch(reply.raw, reader)
    const { scope } = reader
    if (scope !== undefined && pattern === PACK)
      return sendAnswer(request, reply, await packOf(scope.scene, 'release' in recordOf(request.query) ? scope.release : undefined))
  })
  app.addHook('onSend', async (request, reply) => {
    if (guarded.has(request)) forReader(reply)
  })
}
