import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { onTestFinished, vi } from 'vitest'
import type { AccessOptions } from '#server/access/guard.ts'
import { createTokens, type Tokens } from '#server/access/tokens.ts'
import { openUsedTickets } from '#server/access/used-tickets.ts'
import type { Pack } from '#server/pack/pack.ts'
import { createWallRegistry } from '#server/walls/wall-registry.ts'
import { PICTURE_FONTS } from '#tests/support/picture-fonts.ts'
import { wallReport } from '#tests/support/wall-report.ts'
import { startTinyServer } from './start-tiny-server.ts'
import { makeTemporaryFolder } from './temporary-folder.ts'
import { tinyFigure, tinyPack } from './tiny-pack.ts'

export const SECRET = 'a-secret-of-at-least-32-characters'

export interface Route {
  readonly method: string
  readonly url: string
}

export interface GuardedServer {
  readonly app: FastifyInstance
  readonly tokens: Tokens
  /** Ids of the devices that are let in. */
  readonly devices: Set<string>
  readonly routes: readonly Route[]
  readonly errors: readonly unknown[]
  readonly deviceToken: () => Promise<string>
  readonly ticket: (claims: object, minutes?: number) => Promise<string>
  /** A ticket, exchanged. */
  readonly session: (claims: object) => Promise<string>
  readonly get: (url: string, headers?: InjectOptions['headers']) => Promise<LightMyRequestResponse>
}

/** Two scenes, so that there is another one to be kept from, with a panel that can be drawn; a panel of the second has a name only where it stands by itself. */
export function twoScenes(): Pack {
  const { document, observations } = tinyPack()
  const [tiny] = document.scenes
  if (tiny === undefined) throw new Error('the tiny pack has no scene')
  const scene = { ...tiny, panels: tiny.panels.map((panel) => (panel.kind === 'trend' ? { ...panel, options: { series: 'monthly' } } : panel)) }
  const panels = scene.panels.map((panel) => (panel.id === 'kpi' ? { ...panel, title: '', caption: { title: '诉求办理' } } : panel))
  const second = { ...scene, id: 'huigui', title: '回归', panels }
  const info = { ...document.info, scenes: ['zonglan', 'huigui'], themes: [...document.info.themes, { id: 'huigui', name: '回归' }] }
  return { document: { ...document, info, scenes: [scene, second] }, observations }
}

function somePages() {
  const folder = makeTemporaryFolder()
  const clientDir = join(folder, 'client')
  for (const part of ['client/assets', 'fonts']) mkdirSync(join(folder, part), { recursive: true })
  const html = '<!doctype html><html lang="zh-CN"><head><title>大屏</title></head><body></body></html>'
  for (const page of ['index.html', 'wall.html']) writeFileSync(join(clientDir, page), html)
  writeFileSync(join(clientDir, 'embed.js'), 'mount')
  writeFileSync(join(clientDir, 'sw.js'), 'worker')
  writeFileSync(join(clientDir, 'manifest.webmanifest'), '{}')
  return { clientDir, earlierDirs: [], fontsDir: join(folder, 'fonts') }
}

interface GuardedOptions {
  readonly now?: () => Date
  readonly publicUrl?: string
  readonly embedOrigins?: readonly string[]
  /** Without: nobody needs a token. */
  readonly guarded?: boolean
}

/** The whole server with pages, pictures, a wall that has reported, two releases, and the gate before it all. */
export async function startGuardedServer({ now = () => new Date(), guarded = true, ...others }: GuardedOptions = {}): Promise<GuardedServer> {
  const [devices, routes] = [new Set<string>(), new Array<Route>()]
  const tokens = createTokens(SECRET, now)
  const tickets = await openUsedTickets({ log: () => undefined, now })
  const access: AccessOptions = { tokens, tickets, devices: { has: async (jti) => devices.has(jti) }, now }
  const registry = createWallRegistry()
  registry.report(wallReport())
  const { app, publisher, errors } = await startTinyServer({
    pack: twoScenes(),
    walls: { registry, operatorToken: 'operator-token' },
    pages: somePages(),
    pictures: { fontsDir: PICTURE_FONTS },
    ...(guarded ? { access } : {}),
    ...others,
    onRoute: ({ method, url }) => routes.push(...[method].flat().map((it) => ({ method: it, url })))
  })
  onTestFinished(() => app.close())
  await publisher.publish({ note: '二', source: '测试', observations: [tinyFigure({ obsValue: '168' })] })
  await vi.waitUntil(async () => (await app.inject('/readyz')).json().release === 2, { timeout: 10_000 })
  const seconds = (): number => Math.floor(now().getTime() / 1000)
  const ticket = (claims: object, minutes = 15): Promise<string> => tokens.sign('ticket', claims, { exp: seconds() + minutes * 60 })
  return {
    app,
    tokens,
    devices,
    routes,
    errors,
    ticket,
    deviceToken: async () => {
      const jti = `device-${devices.size}-of-the-house`
      devices.add(jti)
      return tokens.sign('device', {}, { exp: seconds() + 86_400, jti })
    },
    session: async (claims) => {
      const response = await app.inject({ method: 'POST', url: '/api/v1/embed/session', headers: { authorization: `Bearer ${await ticket(claims)}` } })
      return String(response.json().token)
    },
    get: (url, headers = {}) => app.inject({ url, headers })
  }
}
