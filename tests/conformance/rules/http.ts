import { onPages, unless } from '#tests/conformance/findings.ts'
import { allPages, onePageEach } from '#tests/conformance/pages.ts'
import { looksLikeHtml, mediaTypeOf, type Reply } from '#tests/conformance/reply.ts'
import type { Context } from '#tests/conformance/context.ts'
import type { Finding, Rule } from '#tests/conformance/rule.ts'

const JSON_TYPES: ReadonlySet<string> = new Set(['application/json', 'application/geo+json'])

const typeFindings = (reply: Reply): Finding[] => {
  const type = reply.headers.get('content-type')
  const charset = /charset=([\w-]+)/i.exec(type ?? '')?.[1]
  return [
    ...unless(
      JSON_TYPES.has(mediaTypeOf(reply)) || looksLikeHtml(reply),
      `${reply.path} → Content-Type`,
      '须为 application/json（边界也可为 application/geo+json）',
      type
    ),
    ...unless(charset === undefined || charset.toLowerCase() === 'utf-8', `${reply.path} → Content-Type`, '字符集须为 utf-8', type)
  ]
}

const onReplies =
  (check: (reply: Reply) => Finding[]) =>
  async (context: Context): Promise<Finding[]> =>
    onPages(await allPages(context), async ({ path }) => check(await context.get(path)))

/** `fetch` reads a body three ways; each must be the same text. */
async function encodingFindings(context: Context): Promise<Finding[]> {
  return onPages(await onePageEach(context), async ({ path }) => {
    const replies = await Promise.all(['identity', 'gzip', 'br'].map((encoding) => context.fresh(path, { headers: { 'accept-encoding': encoding } })))
    const [plain] = replies
    return replies.flatMap((reply) =>
      unless(
        reply.status === 200 && reply.text === plain?.text,
        `${path} → Content-Encoding`,
        '不论哪种压缩，解开后须是同样的内容',
        reply.headers.get('content-encoding')
      )
    )
  })
}

export const httpRules: readonly Rule[] = [
  { id: 'http.type', title: '内容类型是 JSON', check: onReplies(typeFindings) },
  {
    id: 'http.html',
    title: '从不以网页代替数据',
    check: onReplies((reply) => unless(!looksLikeHtml(reply), reply.path, '须为 JSON，不得是网页', reply.text.slice(0, 40)))
  },
  { id: 'http.encoding', title: '各种压缩内容相同', check: encodingFindings }
]
