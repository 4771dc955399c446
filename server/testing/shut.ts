import { expect } from 'vitest'
import { ruleOf } from '#server/access/access-table.ts'
import type { GuardedServer, Route } from './guarded-server.ts'

const VALUES: Readonly<Record<string, string>> = { code: '330800', scene: 'zonglan', panel: 'kpi' }

/** An address that the route would answer: its parameters filled in with what is there. */
const addressOf = ({ url }: Route): string =>
  url.replaceAll(/:(\w+)/g, (_all, name: string) => VALUES[name] ?? (url.startsWith('/api/v1/walls') ? 'wall-00000001' : 'zonglan'))

export const closedRoutes = ({ routes }: GuardedServer): readonly Route[] => routes.filter(({ url }) => ruleOf(url) !== 'open')

export async function answerTo({ app }: GuardedServer, route: Route, headers: Record<string, string>) {
  const json = ['POST', 'PUT', 'PATCH'].includes(route.method) ? { payload: {} } : {}
  return app.inject({ method: route.method as 'GET', url: addressOf(route), headers, ...json })
}

type Answered = Awaited<ReturnType<typeof answerTo>>

/** Shut, and nothing let on: neither figure nor tag nor the token itself. */
export function expectShut(response: Answered, token: string, of: string): void {
  const { statusCode, headers, payload } = response
  expect([401, 403], of).toContain(statusCode)
  expect(headers['cache-control'], of).toBe('no-store')
  expect(headers['etag'], of).toBeUndefined()
  expect(String(headers['content-type']), of).toContain('application/problem+json')
  expect(payload.includes(token) && token !== '', of).toBe(false)
  if (payload !== '') expect(['未获授权', '令牌权限不够'], of).toContain(JSON.parse(payload).title)
}
