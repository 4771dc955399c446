import { eventsPath, ReleaseEvent } from '#contract/endpoints.ts'
import { addressOf } from '#tests/conformance/addresses.ts'
import { packOf, type Context } from '#tests/conformance/context.ts'
import { openStream } from '#tests/conformance/event-reader.ts'
import { unless } from '#tests/conformance/findings.ts'
import { jsonOf } from '#tests/conformance/reply.ts'
import { NothingToCheck, type Finding, type Rule } from '#tests/conformance/rule.ts'
import { firstDifference, frozenPaths } from './releases.ts'

const WAIT = 10_000

/** Publishes and hears of it: the one rule that changes what it looks at, so it comes last and asks everything anew. */
async function publish(context: Context): Promise<Finding[]> {
  const { publish: makeRelease } = context.api
  if (makeRelease === undefined) throw new NothingToCheck('从外面不能发布，发布前后的变化无从检查')
  const { release } = await packOf(context)
  const before = await Promise.all((await frozenPaths(context)).map((path) => context.get(path)))
  const heard = await announced(context, makeRelease)
  const count = jsonOf(await context.fresh(addressOf.pack))
  return [
    ...unless(heard === release + 1, `${eventsPath} → release`, `发布后须告知第 ${release + 1} 版`, heard),
    ...unless(
      typeof count === 'object' && count !== null && 'release' in count && count.release === release + 1,
      addressOf.pack,
      `发布后须为第 ${release + 1} 版`
    ),
    ...(
      await Promise.all(
        before.map(async ({ path, text }) => {
          const after = await context.fresh(path)
          return unless(after.text === text, path, '又发布之后，旧版须逐字节不变', firstDifference(text, after.text))
        })
      )
    ).flat()
  ]
}

async function announced(context: Context, makeRelease: () => Promise<unknown>): Promise<number | undefined> {
  const stream = await openStream(context.api.fetch, eventsPath, WAIT)
  try {
    await stream.next('release')
    await makeRelease()
    return ReleaseEvent.safeParse(await stream.next('release')).data?.release
  } finally {
    stream.close()
  }
}

export const publishingRule: Rule = { id: 'release.kept', title: '又发布之后，旧版不变，新版被告知', needs: 'publishing', check: publish }
