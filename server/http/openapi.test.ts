import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { openApiDocument } from '#contract/openapi.ts'

it('docs/openapi.json is fresh: run `npm run openapi`', () => {
  expect(JSON.parse(readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8'))).toEqual(JSON.parse(JSON.stringify(openApiDocument())))
})
