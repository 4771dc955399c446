import { endpoints, type Endpoint } from '#contract/endpoints.ts'
import { issuesOf } from '#server/messages/issues.ts'
import { dottedPath } from '#server/messages/json-path.ts'
import type { Context } from '#tests/conformance/context.ts'
import { onPages, within } from '#tests/conformance/findings.ts'
import { pagesOf } from '#tests/conformance/pages.ts'
import { jsonOf, type Reply } from '#tests/conformance/reply.ts'
import type { Finding, Rule } from '#tests/conformance/rule.ts'
import { parseTolerantly, valueAt } from '#contract/tolerant.ts'

const NAMES: Readonly<Record<Endpoint['id'], string>> = {
  pack: '部署信息',
  regions: '地区',
  boundaries: '边界',
  indicators: '指标',
  scenes: '场景目录',
  scene: '场景',
  panel: '单个面板',
  observations: '数据',
  releases: '版本目录',
  version: '软件版本'
}

function schemaFindings({ response }: Endpoint, reply: Reply): Finding[] {
  const body = jsonOf(reply)
  if (body === undefined) return [{ path: reply.path, rule: '不是完整的 JSON', value: reply.text.slice(-40) }]
  const { error } = parseTolerantly<unknown>(response, body)
  return error === undefined ? [] : issuesOf(error).map(({ path, rule }) => ({ path: within(reply.path, dottedPath(path)), rule, value: valueAt(body, path) }))
}

async function answers(endpoint: Endpoint, context: Context): Promise<Finding[]> {
  return onPages(await pagesOf(context, endpoint.id), async ({ path }) => {
    const reply = await context.get(path)
    return reply.status === 200 ? schemaFindings(endpoint, reply) : [{ path, rule: '状态码须为 200', value: reply.status }]
  })
}

/** Every endpoint answers 200 with what the contract's schema says; the same schema parses it on the screen. */
export const shapeRules: readonly Rule[] = endpoints.map((endpoint) => ({
  id: `shape.${endpoint.id}`,
  title: `${NAMES[endpoint.id]}合乎数据格式`,
  ...(endpoint.id === 'releases' ? { needs: 'releases' as const } : {}),
  check: (context) => answers(endpoint, context)
}))

const DESCRIPTION = '/api/v1/openapi.json'

export const descriptionRule: Rule = {
  id: 'shape.openapi',
  title: '附有 OpenAPI 接口描述',
  needs: 'description',
  check: async ({ get }) => {
    const reply = await get(DESCRIPTION)
    const body = jsonOf(reply)
    const described = typeof body === 'object' && body !== null && 'openapi' in body && String(body.openapi).startsWith('3.1')
    return reply.status === 200 && described
      ? []
      : [{ path: DESCRIPTION, rule: '须为 OpenAPI 3.1 文档', value: reply.status === 200 ? reply.text.slice(0, 40) : reply.status }]
  }
}
