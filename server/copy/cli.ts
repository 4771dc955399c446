import { parseEnv } from '#server/env.ts'
import { exitWith } from '#server/exit-on-failure.ts'
import { Failure } from '#server/messages/failure.ts'
import { agrees, copyReleases } from './copy-releases.ts'
import { storeEnd } from './store-end.ts'
import { comparisonTable } from './table.ts'

const USAGE = '用法：npm run copy -- 来源 目标，两者各是一个数据目录，或 postgres://用户:口令@主机:端口/库名。'
/* Nothing else waits for a copy, and a large release may take its time. */
const STATEMENT_SECONDS = 600

async function main(): Promise<void> {
  const [from, to, ...rest] = process.argv.slice(2)
  if (from === undefined || to === undefined || rest.length > 0) throw new Failure(USAGE)
  /* The stores are the ones named here, whatever the environment says. */
  const { openSeconds, connectSeconds } = parseEnv({ ...process.env, DATABASE_URL: '' })
  const patience = { openSeconds, connectSeconds, statementSeconds: STATEMENT_SECONDS }
  const [source, target] = [storeEnd(from, patience), storeEnd(to, patience)]
  const rows = await copyReleases(source, target)
  const differing = rows.filter((row) => !agrees(row))
  console.log(comparisonTable(rows))
  if (differing.length > 0) throw new Failure(`${source.name} 与 ${target.name} 有 ${differing.length} 个版本不一致，请不要使用这份拷贝。`)
  const total = rows.reduce((sum, row) => sum + (row.target?.observations ?? 0), 0)
  console.log(`已从 ${source.name} 复制到 ${target.name}：${rows.length} 个版本，${total} 条，条数与 SHA-256 全部一致。`)
}

main().then(() => process.exit(0), exitWith)
