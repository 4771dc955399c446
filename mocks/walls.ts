import { http, HttpResponse, type HttpHandler } from 'msw'
import { notFound, Problem } from '#contract/problem.ts'
import { WallReport, wallReloadPath, wallsPath, type WallLine } from '#contract/walls.ts'

const refuse = (problem: Problem): Response =>
  HttpResponse.json(problem.toDetails(), { status: problem.status, headers: { 'content-type': 'application/problem+json' } })

const now = (): string => new Date().toISOString()

/** Walls that report to the page itself; any token is the operator's. */
export function wallHandlers(): HttpHandler[] {
  const walls = new Map<string, WallLine>()
  return [
    http.get(`*${wallsPath}`, () => HttpResponse.json({ now: now(), operator: true, walls: [...walls.values()] })),
    http.post(`*${wallsPath}`, async ({ request }) => {
      const { success, data, error } = WallReport.safeParse(await request.json())
      if (!success) return refuse(new Problem(400, '大屏报告有误', error.issues.map(({ path }) => path.join('.')).join('；')))
      const reloadAskedAt = walls.get(data.id)?.reloadAskedAt ?? null
      walls.set(data.id, { ...data, lastSeen: now(), reloadAskedAt })
      const due = reloadAskedAt !== null && reloadAskedAt > data.startedAt
      return HttpResponse.json({ now: now(), ...(due ? { reload: reloadAskedAt } : {}) })
    }),
    http.post(`*${wallReloadPath}`, ({ params, request }) => {
      if (!request.headers.has('authorization')) return refuse(new Problem(401, '操作口令不对'))
      const line = walls.get(String(params['id']))
      if (line === undefined) return refuse(notFound('大屏', String(params['id'])))
      const reloadAskedAt = now()
      walls.set(line.id, { ...line, reloadAskedAt })
      return HttpResponse.json({ reloadAskedAt }, { status: 202 })
    })
  ]
}
