import type { FastifyInstance } from 'fastify'
import { embedSessionPath, type EmbedScope, type EmbedSession } from '#contract/embed-session.ts'
import { Problem } from '#contract/problem.ts'
import { bearerOf } from '#server/http/bearer.ts'
import { refuseOtherMethods } from '#server/http/endpoint-routes.ts'
import type { AccessOptions } from './guard.ts'
import { scopeOf } from './claims.ts'

/** What a session is good for, as its page is told it; its claims are the same, laid flat. */
function passedOn(claims: Parameters<typeof scopeOf>[0]): EmbedScope {
  const { scene, panel, ...params } = scopeOf(claims)
  return { ...(panel === undefined ? { scene } : { panel: `${scene}/${panel}` }), params }
}

/** A ticket travels in an address; what it is exchanged for, once, stays in the page's memory. */
export function sessionRoute(app: FastifyInstance, { tokens, tickets }: Pick<AccessOptions, 'tokens' | 'tickets'>): void {
  app.post(embedSessionPath, { bodyLimit: 256 }, async (request, reply) => {
    const claims = await tokens.readScope('ticket', bearerOf(request))
    if (claims === undefined) throw new Problem(401, '嵌入令牌无效', '签名、内容或时间不对，或已过期')
    if (!(await tickets.use(claims))) throw new Problem(401, '嵌入令牌已用过', '每个嵌入令牌只能用一次，请重新打开页面')
    const scope = passedOn(claims)
    const { params, ...shown } = scope
    const session: EmbedSession = {
      token: await tokens.sign('session', { ...params, ...shown }, { exp: claims.exp, iat: claims.iat }),
      expiresAt: new Date(claims.exp * 1000).toISOString(),
      scope
    }
    return reply.header('cache-control', 'no-store').send(session)
  })
  refuseOtherMethods(app, embedSessionPath, ['POST'])
}
