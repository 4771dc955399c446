import type { Release } from '#contract/release.ts'
import { addressOf, withQuery } from '#tests/conformance/addresses.ts'
import { packOf, type Context } from '#tests/conformance/context.ts'
import { onPages, sameJson, unless, within } from '#tests/conformance/findings.ts'
import { onePageEach, type Page } from '#tests/conformance/pages.ts'
import { jsonOf } from '#tests/conformance/reply.ts'
import type { Finding, Rule } from '#tests/conformance/rule.ts'

const LIST = addressOf.releases

const releasesOf = async (context: Context): Promise<readonly Release[]> => (await context.read('releases', LIST)).releases

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/

async function numbered(context: Context): Promise<Finding[]> {
  const releases = await releasesOf(context)
  return [
    ...unless(releases.length > 0, within(LIST, 'releases'), '至少有一版'),
    ...releases.flatMap(({ release, publishedAt, withdraws }, index) => [
      ...unless(release === index + 1, within(LIST, `releases[${index}].release`), `须依次编号为 ${index + 1}`, release),
      ...unless(INSTANT.test(publishedAt), within(LIST, `releases[${index}].publishedAt`), '须为 UTC 时刻，如 2022-10-26T01:28:00Z', publishedAt),
      ...unless(publishedAt >= (releases[index - 1]?.publishedAt ?? ''), within(LIST, `releases[${index}].publishedAt`), '不得早于上一版', publishedAt),
      ...unless(withdraws === undefined || withdraws < release, within(LIST, `releases[${index}].withdraws`), '只能撤回更早的版本', withdraws)
    ])
  ]
}

const numberIn = (body: unknown): unknown => (typeof body === 'object' && body !== null && 'release' in body ? body.release : undefined)

/** Every answer that names its release names the current one, with or without a list of releases. */
async function current(context: Context): Promise<Finding[]> {
  const { release } = await packOf(context)
  const named = (await onePageEach(context)).filter(({ id }) => id !== 'boundaries' && id !== 'releases')
  const found = await onPages(named, async ({ path }) => {
    const stated = numberIn(jsonOf(await context.get(path)))
    return unless(stated === undefined || stated === release, within(path, 'release'), `须为当前第 ${release} 版`, stated)
  })
  const last = context.can('releases') ? (await releasesOf(context)).at(-1)?.release : release
  return [...found, ...unless(last === release, within(LIST, 'releases'), `最后一版须为当前第 ${release} 版`, last)]
}

const versioned = async (context: Context): Promise<Page[]> => (await onePageEach(context)).filter(({ id }) => id !== 'releases' && id !== 'version')

const AFTER_ALL = '999999'

async function asOf(context: Context): Promise<Finding[]> {
  const { release } = await packOf(context)
  return onPages(await versioned(context), async ({ path }) => {
    const [now, then] = await Promise.all([context.get(path), context.get(withQuery(path, { release: String(release) }))])
    const future = await context.get(withQuery(path, { release: AFTER_ALL }))
    const zero = await context.get(withQuery(path, { release: '0' }))
    return [
      ...unless(then.status === 200 && sameJson(jsonOf(then), jsonOf(now)), then.path, '指明当前版须与不指明时相同', then.status),
      ...unless(future.status === 404, future.path, '没有的版本须答 404', future.status),
      ...unless(zero.status === 400, zero.path, '版本号从 1 起，0 须答 400', zero.status)
    ]
  })
}

/** The oldest, the newest and a few between. */
const sample = (count: number): number[] => [...new Set([1, 2, Math.ceil(count / 2), count - 1, count])].filter((n) => n >= 1 && n <= count)

export async function frozenPaths(context: Context): Promise<string[]> {
  const numbers = sample((await releasesOf(context)).length)
  return (await versioned(context)).flatMap(({ path }) => numbers.map((release) => withQuery(path, { release: String(release) })))
}

/** Byte for byte: it is one fixed text under one tag. */
async function frozen(context: Context): Promise<Finding[]> {
  const checked = (await frozenPaths(context)).map(async (path) => {
    const [first, again] = [await context.get(path), await context.fresh(path)]
    return unless(first.status === again.status && first.text === again.text, path, '同一版两次须逐字节相同', firstDifference(first.text, again.text))
  })
  return (await Promise.all(checked)).flat()
}

export function firstDifference(a: string, b: string): string {
  let index = 0
  while (index < a.length && a[index] === b[index]) index += 1
  return b.slice(Math.max(0, index - 10), index + 30)
}

async function older(context: Context): Promise<Finding[]> {
  const numbers = sample((await releasesOf(context)).length)
  const found = numbers.map(async (release) => {
    const path = withQuery(addressOf.observations, { release: String(release) })
    const { release: stated, observations } = await context.read('observations', path)
    const late = observations.find((o) => o.release > release)
    return [
      ...unless(stated === release, within(path, 'release'), `须为 ${release}`, stated),
      ...unless(late === undefined, path, `不得有第 ${release} 版之后的数`, late?.release)
    ]
  })
  return (await Promise.all(found)).flat()
}

export const releaseRules: readonly Rule[] = [
  { id: 'release.current', title: '各处的当前版相同', check: current },
  { id: 'release.number', title: '版本从 1 起依次编号', needs: 'releases', check: numbered },
  { id: 'release.asOf', title: '可以按版本查询', needs: 'releases', check: asOf },
  { id: 'release.older', title: '旧版里没有新数', needs: 'releases', check: older },
  { id: 'release.frozen', title: '同一版的答复不变', needs: 'releases', check: frozen }
]
