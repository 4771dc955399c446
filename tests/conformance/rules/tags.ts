import type { Context } from '#tests/conformance/context.ts'
import { onPages, unless } from '#tests/conformance/findings.ts'
import { onePageEach } from '#tests/conformance/pages.ts'
import type { Reply } from '#tests/conformance/reply.ts'
import type { Finding, Rule } from '#tests/conformance/rule.ts'

const STRONG = /^"[\x21\x23-\x7e]*"$/
const ENCODINGS = ['identity', 'gzip', 'br'] as const

const tagOf = ({ headers }: Reply): string => headers.get('etag') ?? ''
/** Weakness is one rule's matter; the others compare what stands in the quotes. */
const opaque = (reply: Reply): string => tagOf(reply).replace(/^W\//, '')

const eachReply =
  (check: (reply: Reply) => Finding[]) =>
  async (context: Context): Promise<Finding[]> =>
    onPages(await onePageEach(context), async ({ path }) => check(await context.get(path)))

const listed = (header: string | null): string[] =>
  (header ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())

/** Two bodies under one strong tag would let a cache hand compressed bytes to who cannot read them. */
const tagPerEncoding = async (context: Context): Promise<Finding[]> =>
  onPages(await onePageEach(context), async ({ path }) => {
    const tags = new Map<string, string>()
    for (const encoding of ENCODINGS) {
      const reply = await context.fresh(path, { headers: { 'accept-encoding': encoding } })
      if (tagOf(reply) !== '') tags.set(reply.headers.get('content-encoding') ?? 'identity', tagOf(reply))
    }
    return unless(
      new Set(tags.values()).size === tags.size,
      `${path} → ETag`,
      `每种压缩各有自己的标签（${[...tags.keys()].join('、')}）`,
      [...tags.values()].join(' ')
    )
  })

/** If-None-Match is a list, compares weakly, and `*` means any (RFC 9110, 13.1.2). */
async function askAgain(context: Context, path: string, tag: string): Promise<Finding[]> {
  const known = await Promise.all(
    [tag, `W/${tag}`, `"other", ${tag}`, '*'].map(async (header) => ({ header, again: await context.fresh(path, { headers: { 'if-none-match': header } }) }))
  )
  const other = await context.fresh(path, { headers: { 'if-none-match': '"other"' } })
  return [
    ...known.flatMap(({ header, again }) =>
      unless(again.status === 304 && again.text === '', `${path} → If-None-Match: ${header}`, '已有这个标签的，须答 304 且没有内容', again.status)
    ),
    ...known.flatMap(({ header, again }) =>
      unless(again.status !== 304 || opaque(again) === tag, `${path} → If-None-Match: ${header}`, '304 须带同一个标签', tagOf(again))
    ),
    ...unless(other.status === 200, `${path} → If-None-Match: "other"`, '标签不同须答 200', other.status)
  ]
}

const notModified = async (context: Context): Promise<Finding[]> =>
  onPages(await onePageEach(context), async ({ path }) => {
    const tag = opaque(await context.get(path))
    return tag === '' ? [] : askAgain(context, path, tag)
  })

const ASK_FIRST: ReadonlySet<string> = new Set(['no-cache', 'no-store', 'max-age=0'])

export const tagRules: readonly Rule[] = [
  {
    id: 'http.tag',
    title: '每个答复带强标签 ETag',
    needs: 'tags',
    check: eachReply((reply) => unless(STRONG.test(tagOf(reply)), `${reply.path} → ETag`, '须为强标签，形如 "abc"', tagOf(reply)))
  },
  { id: 'http.tagPerEncoding', title: '每种压缩各有标签', needs: 'tags', check: tagPerEncoding },
  {
    id: 'http.vary',
    title: '声明随压缩而变',
    needs: 'tags',
    check: eachReply((reply) =>
      unless(listed(reply.headers.get('vary')).includes('accept-encoding'), `${reply.path} → Vary`, '须含 Accept-Encoding', reply.headers.get('vary'))
    )
  },
  { id: 'http.notModified', title: '内容未变答 304', needs: 'tags', check: notModified },
  {
    id: 'http.cache',
    title: '缓存前先核对',
    needs: 'tags',
    check: eachReply((reply) =>
      unless(
        listed(reply.headers.get('cache-control')).some((part) => ASK_FIRST.has(part)),
        `${reply.path} → Cache-Control`,
        '须为 no-cache，否则大屏会看到过期的数',
        reply.headers.get('cache-control')
      )
    )
  }
]
