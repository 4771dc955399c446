import { expect, it } from 'vitest'
import { PICTURE_FORMATS } from '#contract/pictures.ts'
import { startGuardedServer, type GuardedServer } from '#server/testing/guarded-server.ts'
import { seeded } from '#server/testing/seeded.ts'
import { ruleOf } from './access-table.ts'

const seed = Number(process.env['ACCESS_SEED'] ?? Date.now() % 2 ** 31)
const SCOPES = 200

interface Drawn {
  readonly scene: string
  readonly panel: string | undefined
  readonly fixed: Readonly<Record<string, string>>
}

const VALUES: Readonly<Record<string, readonly string[]>> = {
  region: ['330802', '330803'],
  release: ['1', '2'],
  theme: ['ink', 'hong', 'paper'],
  metric: ['services', 'rate'],
  period: ['2022-09', '2022-10']
}
const PLACE = new Set(['region', 'release'])

function draw(random: () => number): Drawn {
  const oneOf = (all: readonly string[]): string => all[Math.floor(random() * all.length)] ?? ''
  const fixed = Object.entries(VALUES).flatMap(([name, values]) => (random() < 0.5 ? [[name, oneOf(values)] as const] : []))
  return { scene: oneOf(['zonglan', 'huigui']), panel: random() < 0.5 ? oneOf(['kpi', 'trend']) : undefined, fixed: Object.fromEntries(fixed) }
}

const claimsOf = ({ scene, panel, fixed: { release, ...others } }: Drawn): object => ({
  ...others,
  ...(release === undefined ? {} : { release: Number(release) }),
  ...(panel === undefined ? { scene } : { panel: `${scene}/${panel}` })
})

const withQuery = (path: string, query: Readonly<Record<string, string>>, more = ''): string => {
  const text = new URLSearchParams(query).toString() + more
  return text === '' ? path : `${path}?${text.replace(/^&/, '')}`
}

/** Each parameter otherwise than the token has it: another value, none where it has one, one where it has none, twice. */
function otherwise(fixed: Drawn['fixed']): (readonly [Readonly<Record<string, string>>, string])[] {
  return Object.entries(VALUES).flatMap(([name, values]) => {
    const { [name]: own, ...rest } = fixed
    const others = values.filter((value) => value !== own).map((value) => [{ ...rest, [name]: value }, ''] as const)
    const dropped = own !== undefined && PLACE.has(name) ? [[rest, ''] as const] : []
    return [...others, ...dropped, ...(own === undefined ? [] : [[fixed, `&${name}=${own}`] as const])]
  })
}

/** What lies beside the scope, address by address. */
function widened({ scene, panel, fixed }: Drawn): string[] {
  const [otherScene, otherPanel] = [scene === 'zonglan' ? 'huigui' : 'zonglan', panel === 'kpi' ? 'trend' : 'kpi']
  const own = `/api/v1/panels/${scene}/${panel ?? 'kpi'}`
  const pictures = PICTURE_FORMATS.flatMap((format) => [
    ...otherwise(fixed).map(([query, more]) => withQuery(`${own}.${format}`, query, more)),
    withQuery(`${own}.${format}`, fixed, '&width=400&width=500'),
    withQuery(`${own}.${format}`, fixed, '&extra=1'),
    withQuery(`/api/v1/panels/${otherScene}/${panel ?? 'kpi'}.${format}`, fixed),
    ...(panel === undefined ? [] : [withQuery(`/api/v1/panels/${scene}/${otherPanel}.${format}`, fixed)])
  ])
  return [
    ...pictures,
    ...otherwise(fixed).map(([query, more]) => withQuery(own, query, more)),
    ...(panel === undefined ? otherwise(fixed).map(([query, more]) => withQuery(`/api/v1/scenes/${scene}`, query, more)) : []),
    withQuery(own, fixed, '&extra=1'),
    withQuery(own, fixed, '&root=330802'),
    withQuery(`/api/v1/panels/${otherScene}/${panel ?? 'kpi'}`, fixed),
    withQuery(`/api/v1/scenes/${otherScene}`, fixed),
    ...(panel === undefined ? [] : [withQuery(`/api/v1/panels/${scene}/${otherPanel}`, fixed), withQuery(`/api/v1/scenes/${scene}`, fixed)]),
    withQuery('/api/v1/boundaries/330802', fixed.release === undefined ? {} : { release: fixed.release }),
    withQuery('/api/v1/boundaries/330800', { release: fixed.release === '1' ? '2' : '1', ...(fixed.release === undefined ? {} : { context: '1' }) })
  ]
}

/** Every address that only devices read, from the routes themselves. */
const forDevices = ({ routes }: GuardedServer): string[] =>
  routes.filter(({ method, url }) => method === 'GET' && ruleOf(url) === 'device').map(({ url }) => url.replaceAll(/:\w+/g, 'zonglan'))

it(`${SCOPES} sessions read their own and nothing beside it (seed ${seed})`, { timeout: 240_000 }, async () => {
  const random = seeded(seed)
  const server = await startGuardedServer()
  const all = forDevices(server)
  let refused = 0
  for (let count = 0; count < SCOPES; count += 1) {
    const drawn = draw(random)
    const headers = { authorization: `Bearer ${await server.session(claimsOf(drawn))}`, 'if-none-match': '*' }
    const { authorization } = headers
    const own = `/api/v1/panels/${drawn.scene}/${drawn.panel ?? 'trend'}`
    const read = await server.get(withQuery(own, drawn.fixed), { authorization })
    expect(read.statusCode, `seed ${seed}: ${own} ${JSON.stringify(drawn)}`).toBe(200)
    for (const url of [...widened(drawn), ...all]) {
      const { statusCode, headers: told, payload } = await server.get(url, headers)
      expect([statusCode, told['etag'], payload.includes('obsValue')], `seed ${seed}: ${url} with ${JSON.stringify(drawn)}`).toEqual([403, undefined, false])
      refused += 1
    }
  }
  console.log(`access: seed ${seed}, ${SCOPES} sessions, ${refused} widened requests refused`)
})
