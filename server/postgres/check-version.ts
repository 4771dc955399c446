import * as z from 'zod/mini'
import { Failure } from '#server/messages/failure.ts'
import type { Queryable } from './sql.ts'

const OLDEST = 13
const Row = z.object({ server_version_num: z.string(), server_version: z.string() })

const settings = async (sql: Queryable): Promise<z.infer<typeof Row>> => {
  const [number] = await sql.query('show server_version_num')
  const [version] = await sql.query('show server_version')
  return Row.parse({ ...number, ...version })
}

/** @throws Failure when the server is older than what this program is tested with and supports. */
export async function checkVersion(sql: Queryable): Promise<void> {
  const { server_version_num: number, server_version: version } = await settings(sql)
  if (Number(number) < OLDEST * 10_000) throw new Failure(`数据库版本是 ${version}，太旧了，请升级到 PostgreSQL ${OLDEST} 或更高的版本。`)
}
