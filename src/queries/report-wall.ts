import { WallReply, wallsPath, type WallReport } from '#contract/walls.ts'
import { setClock } from '#format/clock.ts'
import { WAIT } from '#tokens/durations.ts'
import { bearer } from './credential.ts'
import { isStatic } from './static-site.ts'

/** Tells the server how a wall is. Returns its reply, or nothing when there was none: the next report comes soon. */
export async function reportWall(report: WallReport): Promise<WallReply | undefined> {
  if (isStatic()) return undefined
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), WAIT.request)
  try {
    const headers = { 'content-type': 'application/json', accept: 'application/json', ...bearer() }
    const response = await fetch(wallsPath, { method: 'POST', headers, body: JSON.stringify(report), signal: controller.signal })
    const reply = response.ok ? WallReply.safeParse(await response.json()) : undefined
    if (reply?.success !== true) return undefined
    setClock(reply.data.now)
    return reply.data
  } catch {
    return undefined
  } finally {
    clearTimeout(timer)
  }
}
