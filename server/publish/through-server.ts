import * as z from 'zod/mini'
import { Problem, ProblemDetails } from '#contract/problem.ts'
import { readAdminFile } from '#server/data-dir/admin-file.ts'
import { adminPath } from '#server/http/admin-route.ts'
import { Failure } from '#server/messages/failure.ts'
import type { Published } from '#server/release/publisher.ts'

const Answer = z.object({ release: z.int(), observations: z.int() })
const TIMEOUT_MS = 120_000

/** Publishes through the server that holds the folder. @throws Problem as the server answers it, Failure when it cannot be reached. */
export async function publishThroughServer(dataDir: string, request: unknown): Promise<Published> {
  const access = await readAdminFile(dataDir)
  if (access === undefined) throw new Failure(`数据目录 ${dataDir} 正被另一个进程使用，但服务尚未就绪，请稍后再试。`)
  const headers = { authorization: `Bearer ${access.token}`, 'content-type': 'application/json' }
  const response = await fetch(access.url + adminPath, {
    method: 'POST',
    headers,
    body: JSON.stringify(request),
    signal: AbortSignal.timeout(TIMEOUT_MS)
  }).catch(() => undefined)
  if (response === undefined) throw new Failure(`连不上正在运行的服务 ${access.url}，请用 /api/v1/releases 查看是否已发布，再决定是否重试。`)
  const body: unknown = await response.json().catch(() => undefined)
  if (response.status === 201) return Answer.parse(body)
  const { data } = ProblemDetails.safeParse(body)
  throw data === undefined
    ? new Failure(`正在运行的服务 ${access.url} 给出了意外的回答（${response.status}）。`)
    : new Problem(data.status, data.title, data.detail)
}
