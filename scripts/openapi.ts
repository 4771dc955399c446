/** Writes docs/openapi.json from the endpoint table: `npm run openapi`. A test fails when it is stale. */
import { writeFileSync } from 'node:fs'
import { openApiDocument } from '#contract/openapi.ts'

writeFileSync(new URL('../docs/openapi.json', import.meta.url), `${JSON.stringify(openApiDocument(), null, 2)}\n`)
