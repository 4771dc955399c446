import type { Context } from '#tests/conformance/context.ts'
import { onPages, unless } from '#tests/conformance/findings.ts'
import { onePageEach } from '#tests/conformance/pages.ts'
import type { Finding, Rule } from '#tests/conformance/rule.ts'

/** The headers with which a browser asks again, from what it was told the first time. */
function conditions(headers: Headers): Record<string, string> {
  const [tag, date] = [headers.get('etag'), headers.get('last-modified')]
  return { ...(tag === null ? {} : { 'if-none-match': tag }), ...(date === null ? {} : { 'if-modified-since': date }) }
}

const revalidates = async (context: Context): Promise<Finding[]> =>
  onPages(await onePageEach(context), async ({ path }) => {
    const headers = conditions((await context.get(path)).headers)
    if (Object.keys(headers).length === 0) return [{ path, rule: '须带 ETag 或 Last-Modified，否则每次都重新下载' }]
    const again = await context.fresh(path, { headers })
    return unless(again.status === 304, path, '内容未变须答 304', again.status)
  })

const ABSENT = ['/api/v1/scenes/no-such-scene', '/api/v1/boundaries/999999', '/api/v1/nothing'] as const

const missing = async (context: Context): Promise<Finding[]> =>
  (await Promise.all(ABSENT.map((path) => context.get(path)))).flatMap(({ path, status }) =>
    unless(status === 404, path, '没有的文件须答 404，不得以别的页面代替', status)
  )

export const fileRules: readonly Rule[] = [
  { id: 'files.revalidate', title: '文件可以再验证', needs: 'plainFiles', check: revalidates },
  { id: 'files.missing', title: '没有的文件答 404', needs: 'plainFiles', check: missing }
]
