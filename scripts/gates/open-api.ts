import { isDeepStrictEqual } from 'node:util'
import { openApiDocument } from '#contract/openapi.ts'
import type { GateResult } from './gate.ts'

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Whether the stored description is the one that the endpoint table makes. */
export function openApiGate(stored: string): GateResult {
  const made = openApiDocument()
  const fresh = isDeepStrictEqual(parsed(stored), JSON.parse(JSON.stringify(made)))
  return { measured: `${Object.keys(made.paths ?? {}).length} 个接口`, findings: fresh ? [] : ['docs/openapi.json 已过时，请运行 npm run openapi'] }
}
