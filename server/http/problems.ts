import type { FastifyInstance, FastifyReply } from 'fastify'
import { Problem } from '#contract/problem.ts'

const TITLES: Readonly<Record<number, string>> = {
  400: '请求有误',
  404: '没有这项资源',
  405: '不支持这种请求方法',
  408: '请求超时',
  413: '内容太大',
  414: '地址太长',
  415: '不支持这种内容类型',
  431: '请求头太大'
}

const statusOf = (error: unknown): number =>
  typeof error === 'object' && error !== null && 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500

const isJsonError = (error: unknown): boolean =>
  error instanceof SyntaxError || (error instanceof Error && 'code' in error && String(error.code).startsWith('FST_ERR_CTP_INVALID_JSON'))

/** Nothing of an unexpected error goes out: it may name paths, tables or values. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error
  const status = statusOf(error)
  if (status < 400 || status >= 500) return new Problem(500, '服务器内部错误', '请稍后再试')
  return isJsonError(error) ? new Problem(400, '请求有误', '内容不是有效的 JSON') : new Problem(status, TITLES[status] ?? '请求有误')
}

export const sendProblem = (reply: FastifyReply, problem: Problem): FastifyReply =>
  reply.code(problem.status).header('cache-control', 'no-store').type('application/problem+json; charset=utf-8').send(JSON.stringify(problem.toDetails()))

export type Log = (error: unknown) => void

/** Answers every error as problem+json; only those that are our own fault are logged. */
export function answerErrors(app: FastifyInstance, log: Log): void {
  app.setErrorHandler((error, _request, reply) => {
    const problem = problemOf(error)
    if (problem.status === 500) log(error)
    return sendProblem(reply, problem)
  })
}
