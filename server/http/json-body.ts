import type { FastifyRequest } from 'fastify'
import type * as z from 'zod/mini'
import { Problem } from '#contract/problem.ts'
import { issuesOf } from '#server/messages/issues.ts'
import { dottedPath } from '#server/messages/json-path.ts'

/** Other types are what a page of another origin may send without asking first. */
export async function checkJson({ headers }: FastifyRequest): Promise<void> {
  if (!/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '')) throw new Problem(415, '不支持这种内容类型', '请用 application/json')
}

/** @throws Problem 400 naming each bad field. */
export function parseBody<T>(schema: z.ZodMiniType<T>, body: unknown, title: string): T {
  const { success, data, error } = schema.safeParse(body, { reportInput: true })
  if (success) return data
  throw new Problem(
    400,
    title,
    issuesOf(error)
      .map(({ path, rule }) => `${dottedPath(path)} ${rule}`.trim())
      .join('；')
  )
}
