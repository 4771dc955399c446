import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { SECRET } from '#server/testing/guarded-server.ts'
import { temporaryFolder } from '#server/testing/temporary-folder.ts'
import { createTokens } from './tokens.ts'

const guide = readFileSync(new URL('../../docs/tickets.md', import.meta.url), 'utf8')

it('the example in the guide makes a ticket that the server takes', async () => {
  const file = join(temporaryFolder(), 'example.mjs')
  writeFileSync(file, /```js\n([\s\S]*?)```/.exec(guide)?.[1] ?? '')
  const ticket = execFileSync(process.execPath, [file], { env: { TOKEN_SECRET: SECRET }, encoding: 'utf8' }).trim()
  const claims = await createTokens(SECRET).readScope('ticket', ticket)
  expect(claims).toMatchObject({ panel: 'huigui/river', region: '330881', theme: 'paper' })
  expect(await createTokens(SECRET).readScope('session', ticket)).toBeUndefined()
})
