import type { EndpointAnswer } from '#contract/endpoints.ts'
import { changed, isEvents, replaced, rewrite, type Change } from '#tests/conformance/changed.ts'
import type { Api } from '#tests/conformance/rule.ts'
import type { WrongServer } from '#tests/conformance/wrong-servers.ts'

const wrong = (name: string, fails: readonly string[], ...changes: readonly Change[]): WrongServer => ({
  name,
  fails,
  make: (right) => changed(right, ...changes)
})

/** A server with a memory, made anew for each run. */
const remembering = (name: string, fails: readonly string[], makeChange: () => Change): WrongServer => ({
  name,
  fails,
  make: (right) => changed(right, makeChange())
})

/** An old release with the latest wording in it: different from the second time on. */
function changing(): Change {
  const asked = new Map<string, number>()
  return rewrite('observations', (body, { url }) => {
    const count = (asked.get(url.href) ?? 0) + 1
    asked.set(url.href, count)
    return url.searchParams.has('release') && count > 1 ? { ...body, observations: body.observations.map((o) => ({ ...o, note: `第 ${count} 次` })) } : body
  })
}

type Releases = EndpointAnswer<'releases'>['releases']

const releases = (edit: (list: Releases) => unknown): Change => rewrite('releases', (body) => ({ ...body, releases: edit(body.releases) }))

/** One fixed stream in place of the server's own. */
const stream =
  (text: string, headers: Record<string, string> = {}): Change =>
  (response, asked) => {
    if (!isEvents(asked)) return response
    void response.body?.cancel()
    return new Response(text, { headers: { 'content-type': 'text/event-stream', ...headers } })
  }

const event = (name: string, data: object): string => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`
const HEARTBEAT = event('heartbeat', { now: '2022-10-26T01:28:00Z' })
const CURRENT = event('release', { release: 2 })

/** Publishes, and from then on tells the past differently. */
const rewritesHistory = (right: Api): Api => {
  let published = false
  const publish = async (): Promise<void> => {
    published = true
  }
  return {
    ...changed(
      right,
      rewrite('observations', (body, { url }) => (published && url.searchParams.get('release') === '1' ? { ...body, observations: [] } : body)),
      stream(CURRENT + HEARTBEAT + event('release', { release: 3 }))
    ),
    publish
  }
}

export const wrongReleases: readonly WrongServer[] = [
  wrong(
    'releases with a gap',
    ['release.number', 'release.current'],
    releases((list) => list.map((one) => ({ ...one, release: one.release * 2 })))
  ),
  wrong(
    'releases newest first',
    ['release.number', 'release.current'],
    releases((list) => list.toReversed())
  ),
  wrong(
    'releases in local time',
    ['release.number'],
    releases((list) => list.map((one) => ({ ...one, publishedAt: '2022-10-26 09:28:00' })))
  ),
  wrong(
    'releases as a bare list',
    ['shape.releases'],
    rewrite('releases', (body) => body.releases)
  ),
  wrong(
    'a scene of an older release',
    ['release.current', 'release.asOf'],
    rewrite('scene', (body, { url }) => (url.searchParams.has('release') ? body : { ...body, release: 1 }))
  ),
  wrong(
    'a release that is ignored',
    ['release.older'],
    rewrite('observations', (body, { url }) => (url.searchParams.get('release') === '1' ? { ...body, release: 2 } : body))
  ),
  wrong('the current release for a future one', ['release.asOf'], (response, { url }) =>
    url.searchParams.get('release') === '999999' ? replaced(response, { status: 200, body: '{}' }) : response
  ),
  remembering('a release that changes', ['release.frozen'], changing),
  { name: 'a release that changes with the next one', fails: ['release.kept'], make: rewritesHistory },
  wrong('older release announced', ['events.first'], stream(event('release', { release: 1 }) + HEARTBEAT)),
  wrong('a release as text', ['events.first'], stream(event('release', { release: '2' }) + HEARTBEAT)),
  wrong('silence', ['events.first'], stream(': nothing yet\n\n')),
  wrong('a heartbeat of nothing', ['events.heartbeat'], stream(CURRENT + event('heartbeat', {}))),
  wrong('events as JSON', ['events.type'], stream(CURRENT + HEARTBEAT, { 'content-type': 'application/json' }))
]
