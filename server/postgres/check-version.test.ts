import { expect, it } from 'vitest'
import { checkVersion } from './check-version.ts'
import type { Queryable } from './sql.ts'

const server = (number: string, version: string): Queryable => ({
  query: async (text) => [text.includes('num') ? { server_version_num: number } : { server_version: version }]
})

it('refuses a server that is too old, in one sentence', async () => {
  await expect(checkVersion(server('90624', '9.6.24'))).rejects.toThrow(/^数据库版本是 9\.6\.24，太旧了，请升级到 PostgreSQL 13 或更高的版本。$/)
  await expect(checkVersion(server('120022', '12.22'))).rejects.toThrow('太旧')
})

it.each([
  ['130001', '13.1'],
  ['150014', '15.14 (Debian)'],
  ['180000', '18.0']
])('takes %s', async (number, version) => {
  await expect(checkVersion(server(number, version))).resolves.toBeUndefined()
})
