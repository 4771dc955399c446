import { ProblemDetails } from '#contract/problem.ts'
import { addressOf, API, withQuery } from '#tests/conformance/addresses.ts'
import { packOf, type Context } from '#tests/conformance/context.ts'
import { unless } from '#tests/conformance/findings.ts'
import { onePageEach } from '#tests/conformance/pages.ts'
import { jsonOf, looksLikeHtml, mediaTypeOf, type Reply } from '#tests/conformance/reply.ts'
import type { Finding, Rule } from '#tests/conformance/rule.ts'

const NOWHERE = '999999'
const BAD_QUERIES: readonly Readonly<Record<string, string>>[] = [
  { from: '2022-13' },
  { from: '2023-02-29' },
  { to: 'yesterday' },
  { refArea: '12' },
  { indicator: '-' }
]

interface Wrong {
  readonly rule: string
  readonly status: 400 | 404
  readonly paths: readonly string[]
}

/** Requests that must fail, and the rule each belongs to. */
async function wrongRequests(context: Context): Promise<Wrong[]> {
  const { info, scenes } = await packOf(context)
  const scene = addressOf.scene(scenes[0]?.id ?? '')
  const [map, figures] = [addressOf.boundaries(info.root), addressOf.observations]
  return [
    { rule: 'error.scene', status: 404, paths: [addressOf.scene('no-such-scene')] },
    {
      rule: 'error.region',
      status: 404,
      paths: [addressOf.boundaries(NOWHERE), withQuery(figures, { refArea: NOWHERE }), withQuery(scene, { region: NOWHERE })]
    },
    { rule: 'error.indicator', status: 404, paths: [withQuery(figures, { indicator: 'no.such.indicator' })] },
    { rule: 'error.path', status: 404, paths: [`${API}/nothing`, '/api/v2/pack'] },
    {
      rule: 'error.parameter',
      status: 400,
      paths: [
        ...BAD_QUERIES.map((query) => withQuery(figures, query)),
        addressOf.boundaries('abc'),
        withQuery(map, { context: '2' }),
        addressOf.scene('UPPER'),
        withQuery(scene, { region: 'x' })
      ]
    }
  ]
}

const replies = (context: Context, { paths }: Wrong): Promise<Reply[]> => Promise.all(paths.map((path) => context.get(path)))

const statusRule = (id: string, title: string): Rule => ({
  id,
  title,
  needs: 'problems',
  check: async (context) => {
    const wrong = (await wrongRequests(context)).filter(({ rule }) => rule === id)
    return (
      await Promise.all(
        wrong.map(async (one) =>
          (await replies(context, one)).flatMap(({ path, status }) => unless(status === one.status, path, `状态码须为 ${one.status}`, status))
        )
      )
    ).flat()
  }
})

/** Only what was answered as an error is held to the form of one: the status has rules of its own. */
async function errorReplies(context: Context): Promise<Reply[]> {
  const all = await Promise.all((await wrongRequests(context)).map((one) => replies(context, one)))
  return all.flat().filter(({ status }) => status >= 400)
}

function problemFindings(reply: Reply): Finding[] {
  if (mediaTypeOf(reply) !== 'application/problem+json')
    return [{ path: `${reply.path} → Content-Type`, rule: '出错须答 application/problem+json', value: reply.headers.get('content-type') }]
  const { success, data } = ProblemDetails.safeParse(jsonOf(reply))
  if (!success) return [{ path: reply.path, rule: '须含 type、title、status（RFC 9457）', value: reply.text.slice(0, 60) }]
  return unless(data.status === reply.status, `${reply.path} → status`, `须与状态码 ${reply.status} 相同`, data.status)
}

const problems = async (context: Context): Promise<Finding[]> => (await errorReplies(context)).filter((reply) => !looksLikeHtml(reply)).flatMap(problemFindings)
const pages = async (context: Context): Promise<Finding[]> =>
  (await errorReplies(context))
    .filter(looksLikeHtml)
    .map((reply) => ({ path: reply.path, rule: '出错也须答 JSON，不得是网页', value: reply.text.slice(0, 40) }))

/** What reads may be asked about with HEAD; nothing on this interface writes. */
async function methods(context: Context): Promise<Finding[]> {
  const checked = (await onePageEach(context)).map(async ({ path }) => {
    const [get, head] = [await context.get(path), await context.fresh(path, { method: 'HEAD' })]
    const post = await context.fresh(path, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } })
    return [
      ...unless(head.status === 200 && head.text === '', `HEAD ${path}`, '须答 200 且没有内容', head.status),
      ...unless(
        head.status !== 200 || head.headers.get('etag') === get.headers.get('etag'),
        `HEAD ${path} → ETag`,
        '须与 GET 的标签相同',
        head.headers.get('etag')
      ),
      ...unless(post.status === 405 && (post.headers.get('allow') ?? '').includes('GET'), `POST ${path}`, '须答 405，Allow 里写 GET', post.status)
    ]
  })
  return (await Promise.all(checked)).flat()
}

export const errorRules: readonly Rule[] = [
  statusRule('error.scene', '没有的场景答 404'),
  statusRule('error.region', '没有的地区答 404'),
  statusRule('error.indicator', '没有的指标答 404'),
  statusRule('error.path', '没有的接口答 404'),
  statusRule('error.parameter', '参数有误答 400'),
  { id: 'error.problem', title: '出错答 problem+json', needs: 'problems', check: problems },
  { id: 'error.html', title: '出错也不答网页', needs: 'problems', check: pages },
  { id: 'error.method', title: '可用 HEAD，只读不写', needs: 'problems', check: methods }
]
