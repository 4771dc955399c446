import { asksFor, changed, isEvents, replaced, setHeaders, type Asked, type Change } from '#tests/conformance/changed.ts'
import type { WrongServer } from '#tests/conformance/wrong-servers.ts'

const wrong = (name: string, fails: readonly string[], ...changes: readonly Change[]): WrongServer => ({
  name,
  fails,
  make: (right) => changed(right, ...changes)
})

const PAGE = '<!doctype html><title>出错了</title>'
const HTML = { 'content-type': 'text/html; charset=utf-8' }

/** Answers some requests with something else altogether. */
const instead =
  (when: (asked: Asked, response: Response) => boolean, parts: Parameters<typeof replaced>[1]): Change =>
  (response, asked) =>
    !isEvents(asked) && when(asked, response) ? replaced(response, parts) : response

const failed = (_asked: Asked, { status }: Response): boolean => status >= 400
const nobody = '{"release":1,"observations":[]}'
const asksRegion = ({ url }: Asked): boolean => url.searchParams.get('refArea') === '999999'
const isHead = ({ init }: Asked): boolean => init.method === 'HEAD'

const weak: Change = (response, asked) => setHeaders({ etag: `W/${response.headers.get('etag')}` }, () => response.headers.has('etag'))(response, asked)

/** Knows its own tag, but gives every body the same one. */
const oneTag: Change = (response, asked) => {
  const known = new Headers(asked.init.headers).get('if-none-match') ?? ''
  if (isEvents(asked) || !response.headers.has('etag')) return response
  return replaced(response, { headers: { etag: '"one"' }, status: known.includes('"one"') || known === '*' ? 304 : response.status })
}

export const wrongHttp: readonly WrongServer[] = [
  wrong('weak ETag', ['http.tag'], weak),
  wrong('no ETag', ['http.tag'], setHeaders({ etag: null })),
  wrong('missing Vary', ['http.vary'], setHeaders({ vary: null })),
  wrong('one tag for every encoding', ['http.tagPerEncoding'], oneTag),
  wrong('never 304', ['http.notModified'], async (response, asked) =>
    response.status === 304 ? replaced(response, { status: 200, body: '{}' }) : setHeaders({})(response, asked)
  ),
  wrong('cached for a day', ['http.cache'], setHeaders({ 'cache-control': 'max-age=86400' })),
  wrong(
    'JSON as plain text',
    ['http.type'],
    setHeaders({ 'content-type': 'text/plain' }, (_asked, { status }) => status === 200)
  ),
  wrong(
    'GBK charset',
    ['http.type'],
    setHeaders({ 'content-type': 'application/json; charset=gbk' }, (_asked, { status }) => status === 200)
  ),
  wrong(
    'another body when compressed',
    ['http.encoding'],
    instead(({ url, init }) => url.pathname.endsWith('/regions') && new Headers(init.headers).get('accept-encoding') === 'br', { body: '{}' })
  ),
  wrong(
    'a page for data',
    ['shape.version', 'http.html'],
    instead((asked) => asksFor('version', asked), { body: PAGE, headers: HTML })
  ),
  wrong('truncated JSON', ['shape.indicators'], async (response, asked) =>
    asksFor('indicators', asked) && response.status === 200 ? replaced(response, { body: (await response.text()).slice(0, 200) }) : response
  ),
  wrong(
    '500 for the regions',
    ['shape.regions'],
    instead((asked) => asksFor('regions', asked), {
      status: 500,
      body: '{"type":"about:blank","title":"错","status":500}',
      headers: { 'content-type': 'application/problem+json' }
    })
  ),
  wrong(
    'no description',
    ['shape.openapi'],
    instead(({ url }) => url.pathname.endsWith('/openapi.json'), { status: 404, body: '{}' })
  ),
  wrong('200 for an unknown region', ['error.region'], instead(asksRegion, { status: 200, body: nobody })),
  wrong(
    '200 for an unknown scene',
    ['error.scene'],
    instead(({ url }) => url.pathname.endsWith('/no-such-scene'), { status: 200, body: '{}' })
  ),
  wrong(
    '200 for an unknown indicator',
    ['error.indicator'],
    instead(({ url }) => url.searchParams.get('indicator') === 'no.such.indicator', { status: 200, body: nobody })
  ),
  wrong(
    'the app for an unknown path',
    ['error.path'],
    instead(({ url }) => url.pathname.endsWith('/nothing'), { status: 200, body: PAGE, headers: HTML })
  ),
  wrong(
    'bad parameters ignored',
    ['error.parameter'],
    instead(({ url }) => url.searchParams.get('from') === '2022-13', { status: 200, body: nobody })
  ),
  wrong(
    'unknown parameters refused',
    ['query.unknown'],
    instead(({ url }) => url.searchParams.has('utm'), { status: 400, body: '{}' })
  ),
  wrong('HTML error page', ['error.html'], instead(failed, { body: PAGE, headers: HTML })),
  wrong('wrong problem content type', ['error.problem'], setHeaders({ 'content-type': 'application/json' }, failed)),
  wrong('problem without a status', ['error.problem'], instead(failed, { body: '{"type":"about:blank","title":"错"}' })),
  wrong('no HEAD', ['error.method'], instead(isHead, { status: 404 })),
  wrong(
    'POST taken',
    ['error.method'],
    instead(({ init }) => init.method === 'POST', { status: 200, body: '{}' })
  )
]
