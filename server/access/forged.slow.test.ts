import { expect, it } from 'vitest'
import { deviceHeader } from '#contract/device-header.ts'
import { handMade, keysOf, WAYS } from '#server/testing/forge.ts'
import { SECRET, startGuardedServer } from '#server/testing/guarded-server.ts'
import { seeded } from '#server/testing/seeded.ts'
import { answerTo, closedRoutes, expectShut } from '#server/testing/shut.ts'

const seed = Number(process.env['ACCESS_SEED'] ?? Date.now() % 2 ** 31)
const TOKENS = 200

const seconds = (): number => Math.floor(Date.now() / 1000)

it(
  `${TOKENS} tokens (seed ${seed}): forged, expired, early, over-long or stale ones are refused by every closed endpoint, the good one by none of its own`,
  { timeout: 240_000 },
  async () => {
    const random = seeded(seed)
    const server = await startGuardedServer()
    await server.deviceToken()
    const [device = ''] = server.devices
    const names = Object.keys(WAYS)
    const routes = closedRoutes(server)
    for (let count = 0; count < TOKENS; count += 1) {
      const name = count < names.length ? (names[count] ?? '') : (names[Math.floor(random() * names.length)] ?? '')
      const token = WAYS[name]?.({ secret: SECRET, now: seconds(), random, device }) ?? ''
      for (const route of routes) {
        const headers = { authorization: `Bearer ${token}`, [deviceHeader]: token, 'if-none-match': '*' }
        expectShut(await answerTo(server, route, headers), token, `seed ${seed}: ${name} on ${route.method} ${route.url}`)
      }
    }
    console.log(`access: seed ${seed}, ${TOKENS} tokens of ${names.length} kinds on ${routes.length} routes`)
    // What is refused above is refused for its fault alone: by hand and without it the same is let in.
    const sound = handMade({
      header: { alg: 'HS256', typ: 'session+jwt' },
      payload: { aud: 'tongxin-screen', iat: seconds(), exp: seconds() + 600, jti: 'a-session-by-hand', scene: 'zonglan' },
      key: keysOf(SECRET).session
    })
    expect((await server.get('/api/v1/scenes/zonglan', { authorization: `Bearer ${sound}` })).statusCode).toBe(200)
  }
)
