import * as z from 'zod/mini'
import { Problem } from '#contract/problem.ts'
import { Publication } from '#contract/release.ts'
import { issuesOf, type Issue } from '#server/messages/issues.ts'
import { dottedPath } from '#server/messages/json-path.ts'

export const Withdrawal = z.strictObject({ withdraw: z.int().check(z.positive()), note: z.optional(z.string().check(z.minLength(1), z.maxLength(200))) })
export type Withdrawal = z.infer<typeof Withdrawal>

const SHOWN = 20

/** Lists what is wrong, one field a line, the first twenty. */
export function invalidPublication(issues: readonly Issue[]): Problem {
  const lines = issues.slice(0, SHOWN).map(({ path, rule }) => (path.length === 0 ? rule : `${dottedPath(path)}：${rule}`))
  const more = issues.length > SHOWN ? [`……另有 ${issues.length - SHOWN} 处`] : []
  return new Problem(400, `发布内容有 ${issues.length} 处错误`, [...lines, ...more].join('\n'))
}

const isWithdrawal = (body: unknown): boolean => typeof body === 'object' && body !== null && 'withdraw' in body

/** No database keeps a NUL, and half a character pair comes back as another character: what was hashed must come back as it was. */
const UNSTORABLE = /[\0\p{Surrogate}]/u
const RULE = '含有不能保存的字符'

function unstorable(request: Publication | Withdrawal): Issue[] {
  const texts =
    'withdraw' in request
      ? [{ path: ['note'], text: request.note ?? '' }]
      : [
          { path: ['note'], text: request.note },
          { path: ['source'], text: request.source },
          ...request.observations.map(({ scope }, index) => ({ path: ['observations', index, 'scope'], text: scope }))
        ]
  return texts.filter(({ text }) => UNSTORABLE.test(text)).map(({ path }) => ({ path, rule: RULE }))
}

/** @throws Problem 400 */
export function parsePublishRequest(body: unknown): Publication | Withdrawal {
  const { success, data, error } = (isWithdrawal(body) ? Withdrawal : Publication).safeParse(body, { reportInput: true })
  if (!success) throw invalidPublication(issuesOf(error))
  const issues = unstorable(data)
  if (issues.length > 0) throw invalidPublication(issues)
  return data
}
